package org.dimos.record;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.dimos.core.Clock;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Receiver;
import org.dimos.record.sqlite.RecordingWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records streams into a new file, or into segments, while a graph runs. Publishers are never held up: what finds no room in the queue is
 * lost and counted, and the count is in the file, so that for every stream {@code stored + lost = published}. If the
 * file cannot be written any more, recording stops with a reason and the graph goes on. Encoding and writing have
 * threads of their own. A source that can wait, such as {@code Out.feed}, does, so it loses nothing.
 */
public final class Recorder implements RobotModule {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final Duration AFTER_LIMIT = Duration.ofSeconds(2);

    private final RecordingTarget target;
    private final RecorderConfig config;
    private final Clock clock;
    private final String blueprint;
    private final RecordingPipeline pipeline;
    private final List<RecordedStream<?>> streams = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> onFailure = reason -> {};
    private @Nullable Thread writing;

    /**
     * Touches no disk yet.
     *
     * @param blueprint the names of the blueprints that run, for the file
     * @throws RecordingException if the file exists
     */
    public Recorder(RecordingTarget target, RecorderConfig config, Clock clock, String blueprint) {
        this.target = requireNonNull(target, "target is null");
        this.config = requireNonNull(config, "config is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.blueprint = requireNonNull(blueprint, "blueprint is null");
        this.pipeline = new RecordingPipeline(config.queueBytes());
        target.check();
    }

    /** Records a channel from now on; what comes before {@link #start} waits in the queue. */
    public <T> void record(Channel<T> channel) {
        record(channel, Optional.empty());
    }

    /** The same, with the module that publishes it. */
    public <T> void record(Channel<T> channel, Producer producer) {
        record(channel, Optional.of(producer));
    }

    private <T> void record(Channel<T> channel, Optional<Producer> producer) {
        RecordedStream<T> stream = new RecordedStream<>(channel, producer, config, pipeline);
        streams.add(stream);
        stream.open();
    }

    Receiver<?> receiver(String stream) {
        return streams.stream()
                .filter(recorded -> recorded.count().stream().equals(stream))
                .findFirst()
                .orElseThrow();
    }

    /** Is told, on a thread of the recorder, why recording stopped before its end. */
    public void onFailure(Consumer<String> listener) {
        onFailure = listener;
    }

    /**
     * Makes the file and begins to write.
     *
     * @throws RecordingException if the file exists or cannot be made
     */
    @Override
    public synchronized void start() {
        if (writing != null) {
            throw new IllegalStateException("the recorder has been started already");
        }
        RecordingWriter writer = target.open(RunInfo.of(blueprint, clock.nanos()));
        thread("recorder-encode", this::encode);
        writing = thread(
                "recorder-write",
                new RecordingThread(target, writer, pipeline, config, streams, reason -> onFailure.accept(reason)));
    }

    private void encode() {
        try {
            pipeline.encodeAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What became of the messages so far. */
    public RecorderReport report() {
        return new RecorderReport(
                target.path(),
                streams.stream().map(RecordedStream::count).toList(),
                Optional.ofNullable(pipeline.failure()));
    }

    /** The losses so far, by stream and span of time. */
    public List<Loss> losses() {
        return streams.stream()
                .flatMap(stream -> stream.losses().losses().stream())
                .toList();
    }

    /**
     * Takes no further messages, writes what waits as far as the time limit allows, and closes the file. What is left
     * then counts as lost.
     */
    public synchronized RecorderReport stop() {
        streams.forEach(RecordedStream::close);
        pipeline.finish();
        if (writing != null && !join(writing, config.closeLimit())) {
            pipeline.abandon();
            if (!join(writing, AFTER_LIMIT)) {
                LOG.error("{} could not be closed in time", target.path());
            }
        }
        return report();
    }

    private static boolean join(Thread thread, Duration limit) {
        try {
            thread.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        RecorderReport report = stop();
        LOG.info("{}: {} messages stored, {} lost", target.path(), report.stored(), report.lost());
    }
}
