package org.dimos.record.replay;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.dimos.core.bus.Channel;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.jspecify.annotations.Nullable;

/** Reads and decodes a recording ahead of its playing, on a thread of its own, as far as a bound of bytes allows. */
public final class Prefetch implements AutoCloseable {
    private static final int BOUND_KIB = 16 * 1024;
    private static final int OVERHEAD_BYTES = 1024;
    /** To wake the reading thread for each message would make the messages late. */
    private static final int GIVEN_BACK_AT_ONCE_KIB = BOUND_KIB / 8;

    private static final int WELL_AHEAD = 4096;

    private record Item(
            Optional<Due> due, int cost, @Nullable RuntimeException failure) {}

    private final Recording recording;
    private final Map<String, Channel<?>> channels;
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(BOUND_KIB);
    private final CountDownLatch untilWellAhead = new CountDownLatch(WELL_AHEAD);
    private final Thread thread = new Thread(this::run, "dimos-prefetch");
    private final Set<String> latched;
    private final long position;
    private final long startNanos;
    private final long offset;
    private int used;

    /**
     * Begins to read those streams of the recording that have a channel.
     *
     * @param position from where on; {@link Long#MIN_VALUE} for the beginning
     * @param offset what is added to all times
     */
    public Prefetch(Recording recording, Map<String, Channel<?>> channels, long position, long offset) {
        this.recording = recording;
        this.channels = channels;
        this.position = position;
        this.startNanos = Math.max(recording.startNanos(), position);
        this.offset = offset;
        this.latched = recording.streams().stream()
                .filter(StreamView::latched)
                .map(StreamView::name)
                .collect(Collectors.toSet());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The next message, or empty at the end. Waits for the disk if it has to. For one thread at a time.
     *
     * @throws RecordingException if the message cannot be read or decoded
     */
    public Optional<Due> take() {
        try {
            Item item = queue.take();
            giveBack(item.cost());
            if (item.failure() != null) {
                throw item.failure();
            }
            return item.due();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void giveBack(int kib) {
        used += kib;
        if (used >= GIVEN_BACK_AT_ONCE_KIB || queue.isEmpty()) {
            room.release(used);
            used = 0;
        }
    }

    /** Waits until it is well ahead of the first message, or has read all, or the time is over. */
    public void awaitLead(Duration limit) {
        try {
            boolean unusedLead = untilWellAhead.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        queue.add(new Item(Optional.empty(), 0, readAll()));
        isAsFarAheadAsItGets();
    }

    private void isAsFarAheadAsItGets() {
        while (untilWellAhead.getCount() > 0) {
            untilWellAhead.countDown();
        }
    }

    private void acquireRoom(int kib) throws InterruptedException {
        if (!room.tryAcquire(kib)) {
            isAsFarAheadAsItGets();
            room.acquire(kib);
        }
    }

    private @Nullable RuntimeException readAll() {
        try {
            readOn();
            return null;
        } catch (InterruptedException e) {
            return null;
        } catch (RuntimeException e) {
            return e;
        } catch (Error e) {
            return new RecordingException(recording.name() + " cannot be played: " + e, e);
        }
    }

    private void readOn() throws InterruptedException {
        try (Playback playback = recording.playFrom(position, channels::containsKey)) {
            while (playback.hasNext()) {
                Observation<?> observation = playback.next();
                Channel<?> channel = channels.get(observation.stream());
                if (channel != null) {
                    int cost = costKib(observation);
                    acquireRoom(cost);
                    queue.add(new Item(Optional.of(due(observation, channel)), cost, null));
                    untilWellAhead.countDown();
                }
            }
        }
    }

    private static int costKib(Observation<?> observation) {
        int bytes =
                observation.encoded().map(encoded -> encoded.data().length()).orElse(0);
        return Math.min(BOUND_KIB, (bytes + OVERHEAD_BYTES) / 1024);
    }

    private <T> Due due(Observation<?> observation, Channel<T> channel) {
        if (!channel.type().isInstance(observation.payload())) {
            throw new RecordingException("message " + observation.id() + " of stream '" + observation.stream() + "' of "
                    + recording.name() + " is a "
                    + observation.payload().getClass().getSimpleName() + ", not a "
                    + channel.type().getSimpleName());
        }
        @SuppressWarnings("unchecked") // compared just above
        Observation<T> typed = (Observation<T>) observation;
        long time = observation.timestampNanos();
        return Due.of(
                Math.max(startNanos, time) + offset,
                time < startNanos && latched.contains(observation.stream()),
                channel,
                observation.stream(),
                typed.withTimestamp(time + offset).toEnvelope());
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
