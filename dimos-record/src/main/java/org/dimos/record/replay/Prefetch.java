package org.dimos.record.replay;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.dimos.core.bus.Channel;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.jspecify.annotations.Nullable;

/** Reads and decodes a recording ahead of its playing, on a thread of its own, as far as a bound of bytes allows. */
public final class Prefetch implements AutoCloseable {
    private static final int BOUND_KIB = 64 * 1024;
    private static final int OVERHEAD_BYTES = 1024;

    private record Item(
            Optional<Due> due, int cost, @Nullable RuntimeException failure) {}

    private final Recording recording;
    private final Map<String, Channel<?>> channels;
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(BOUND_KIB);
    private final Thread thread = new Thread(this::run, "dimos-prefetch");
    private final long startNanos;

    /** Reads those streams of the recording that have a channel. */
    public Prefetch(Recording recording, Map<String, Channel<?>> channels) {
        this.recording = recording;
        this.channels = channels;
        this.startNanos = recording.startNanos();
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /**
     * The next message, or empty at the end. Waits for the disk if it has to.
     *
     * @throws RecordingException if the message cannot be read or decoded
     */
    public Optional<Due> take() {
        try {
            Item item = queue.take();
            room.release(item.cost());
            if (item.failure() != null) {
                throw item.failure();
            }
            return item.due();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void run() {
        try {
            boolean goOn = readOnce(0);
            long length = Math.max(1, recording.loopNanos());
            for (long offset = length; goOn && recording.isLooping(); offset += length) {
                goOn = readOnce(offset);
            }
            queue.add(new Item(Optional.empty(), 0, null));
        } catch (InterruptedException e) {
            queue.add(new Item(Optional.empty(), 0, null));
        } catch (RuntimeException e) {
            queue.add(new Item(Optional.empty(), 0, e));
        } catch (Error e) {
            RecordingException failure = new RecordingException(recording.name() + " cannot be played: " + e, e);
            queue.add(new Item(Optional.empty(), 0, failure));
        }
    }

    /** Reads to the end; answers whether there was a message, for a loop of none would never end. */
    private boolean readOnce(long offset) throws InterruptedException {
        boolean any = false;
        try (Playback playback = recording.play(channels::containsKey)) {
            while (playback.hasNext()) {
                Observation<?> observation = playback.next();
                Channel<?> channel = channels.get(observation.stream());
                if (channel != null) {
                    int cost = costKib(observation);
                    room.acquire(cost);
                    queue.add(new Item(Optional.of(due(observation, channel, offset)), cost, null));
                    any = true;
                }
            }
        }
        return any;
    }

    private static int costKib(Observation<?> observation) {
        int bytes =
                observation.encoded().map(encoded -> encoded.data().length()).orElse(0);
        return Math.min(BOUND_KIB, (bytes + OVERHEAD_BYTES) / 1024);
    }

    private <T> Due due(Observation<?> observation, Channel<T> channel, long offset) {
        if (!channel.type().isInstance(observation.payload())) {
            throw new RecordingException("message " + observation.id() + " of stream '" + observation.stream() + "' of "
                    + recording.name() + " is a "
                    + observation.payload().getClass().getSimpleName() + ", not a "
                    + channel.type().getSimpleName());
        }
        @SuppressWarnings("unchecked") // compared just above
        Observation<T> typed = (Observation<T>) observation;
        long nanos = Math.max(startNanos, observation.timestampNanos()) + offset;
        return Due.of(
                nanos,
                channel,
                typed.withTimestamp(observation.timestampNanos() + offset).toEnvelope());
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
