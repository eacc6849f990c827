package org.dimos.record.bus;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.dimos.core.Clock;
import org.dimos.core.bus.Bus;
import org.dimos.core.message.MessageFormatException;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.ChannelName;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.Transport;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderConfig;
import org.dimos.record.RecorderStatus;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingTarget;

/**
 * Records what other processes send, as the bytes they send. Nothing of it is decoded but for the pose in an odometry,
 * off the transport's thread. A stream that appears later is added when it does; one of a type that is not known here is
 * kept as well; what carries no typed stream, such as Python's pickles, is not.
 */
public final class BusRecorder implements AutoCloseable {
    /** Messages on channels without a type, above all pickles. */
    public static final String UNTYPED = "no typed stream";

    /** Messages of another type than the first of their stream. */
    public static final String OTHER_TYPE = "another type than the first";

    /** Messages of streams that cannot have that name in a recording. */
    public static final String BAD_NAME = "no name for a recorded stream";

    /** Messages of streams beyond as many as anybody has. */
    public static final String TOO_MANY = "too many streams";

    private static final int MOST_STREAMS = 4096;

    private final Transport transport;
    private final Predicate<String> wanted;
    private final Recorder recorder;
    private final Bus bus = new Bus();
    private final Map<String, BusStream<?>> streams = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> skipped = new ConcurrentHashMap<>();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong leftOut = new AtomicLong();
    private Disposable reception = Disposable.disposed();
    private boolean stopped;

    /**
     * Touches no disk yet.
     *
     * @param transport where messages come from; stays open
     * @param wanted which streams to keep, by name
     * @param title what is said to run, for people who look at the file
     * @throws RecordingException if the target exists
     */
    public BusRecorder(
            Transport transport,
            RecordingTarget target,
            RecorderConfig config,
            Predicate<String> wanted,
            String title) {
        this(transport, target, config, wanted, title, new SystemClock());
    }

    BusRecorder(
            Transport transport,
            RecordingTarget target,
            RecorderConfig config,
            Predicate<String> wanted,
            String title,
            Clock clock) {
        this.transport = transport;
        this.wanted = wanted;
        this.recorder = new Recorder(target, config, clock, title);
    }

    /**
     * Makes the file and begins to record.
     *
     * @throws RecordingException if the file cannot be made
     */
    public synchronized void start() {
        recorder.start();
        bus.open();
        reception = transport.receive(this::accept);
    }

    /** The last message is either counted whole or not at all. */
    private void accept(Packet packet) {
        synchronized (streams) {
            if (!stopped) {
                take(packet);
            }
        }
    }

    private void take(Packet packet) {
        seen.incrementAndGet();
        Optional<ChannelName> name = ChannelName.parse(packet.channel());
        if (name.isEmpty()) {
            skip(UNTYPED);
        } else if (!wanted.test(name.get().stream())) {
            leftOut.incrementAndGet();
        } else {
            keep(name.get(), packet);
        }
    }

    private void keep(ChannelName name, Packet packet) {
        try {
            BusStream<?> stream = streams.get(name.stream());
            if (stream == null) {
                if (streams.size() >= MOST_STREAMS) {
                    skip(TOO_MANY);
                    return;
                }
                stream = BusStream.begin(name, packet.payload(), bus, recorder, reason -> {});
                streams.put(name.stream(), stream);
            }
            stream.accept(name.typeName(), packet.payload(), packet.receptionNanos());
        } catch (MessageFormatException e) {
            skip(OTHER_TYPE);
        } catch (RecordingException e) {
            skip(BAD_NAME);
        }
    }

    private void skip(String why) {
        skipped.computeIfAbsent(why, unused -> new AtomicLong()).incrementAndGet();
    }

    /** How it gets on; cheap enough to be asked for many times a second. */
    public RecorderStatus status() {
        return recorder.status();
    }

    /** What became of the messages so far. */
    public BusReport report() {
        Map<String, String> types = new TreeMap<>();
        streams.forEach((name, stream) -> types.put(name, stream.typeName()));
        Map<String, Long> counts = new TreeMap<>();
        skipped.forEach((why, count) -> counts.put(why, count.get()));
        return new BusReport(recorder.report(), types, seen.get(), leftOut.get(), counts, transport.report());
    }

    /** Takes nothing more, writes what waits and closes the file. */
    public synchronized BusReport stop() {
        reception.dispose();
        synchronized (streams) {
            stopped = true;
        }
        bus.close();
        recorder.close();
        return report();
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        var unused = stop();
    }
}
