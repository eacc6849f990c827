package org.dimos.record;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dimos.core.Clock;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Receiver;
import org.dimos.core.time.SystemClock;
import org.dimos.record.RecorderStatus.State;
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
    private static final int MOST_ENCODERS = 4;

    private final RecordingTarget target;
    private final RecorderConfig config;
    private final Clock clock;
    private final Clock wall = new SystemClock();
    private final String blueprint;
    private final RecordingPipeline pipeline;
    private final List<RecordedStream<?>> streams = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> onFailure = reason -> {};
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable RecordingThread writing;
    private volatile boolean stopped;

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
        this.pipeline = new RecordingPipeline(config, waker());
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

    private synchronized <T> void record(Channel<T> channel, Optional<Producer> producer) {
        if (stopped) {
            throw new IllegalStateException("the recorder has been stopped already");
        }
        Optional<RecordedStream<?>> known = stream(channel.stream());
        if (known.isPresent()) {
            known.get().reopen(channel);
            return;
        }
        RecordedStream<T> stream = new RecordedStream<>(channel, producer, config, pipeline);
        streams.add(stream);
        stream.open();
    }

    /**
     * Records a stream no further; what was published until now is still written, and its count stays. With
     * {@link #record} it goes on.
     *
     * @return false if the stream is not recorded
     */
    public synchronized boolean stopRecording(String stream) {
        Optional<RecordedStream<?>> known = stream(stream).filter(RecordedStream::isOpen);
        known.ifPresent(RecordedStream::close);
        return known.isPresent();
    }

    private Optional<RecordedStream<?>> stream(String name) {
        return streams.stream().filter(recorded -> recorded.name().equals(name)).findFirst();
    }

    Receiver<?> receiver(String stream) {
        return stream(stream).orElseThrow();
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
        RecordingThread thread =
                new RecordingThread(target, writer, pipeline, config, streams, reason -> onFailure.accept(reason));
        thread.registerStreams();
        writing = thread;
        int encoders = Math.min(MOST_ENCODERS, Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < encoders; i++) {
            threads.add(thread("recorder-encode-" + i, pipeline::encodeAll));
        }
        threads.add(thread("recorder-write", thread));
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A thread that is there while it is of use. */
    private static Executor waker() {
        return new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "recorder-room");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether so much waits for the disk that a source that can wait should. */
    public boolean isBehind() {
        return pipeline.isBehind();
    }

    /** What became of the messages so far. */
    public RecorderReport report() {
        return new RecorderReport(
                target.path(), streams.stream().map(RecordedStream::count).toList(), pipeline.failure());
    }

    /** The losses so far, by stream and span of time. */
    public List<Loss> losses() {
        return streams.stream()
                .flatMap(stream -> stream.losses().losses().stream())
                .toList();
    }

    /** How it gets on; cheap enough to be asked for many times a second. */
    public RecorderStatus status() {
        long now = wall.nanos();
        RecordingThread thread = writing;
        Path path = thread == null ? target.path() : thread.path();
        Optional<String> reason = pipeline.failure().or(pipeline::hindrance);
        return new RecorderStatus(
                path,
                state(),
                reason,
                streams.stream().map(stream -> stream.status(now)).toList(),
                pipeline.waitingBytes(),
                pipeline.capacity(),
                size(path) + size(path.resolveSibling(path.getFileName() + "-wal")));
    }

    private State state() {
        if (stopped || pipeline.failure().isPresent()) {
            return State.STOPPED;
        }
        if (writing == null) {
            return State.READY;
        }
        return pipeline.hindrance().isPresent() ? State.WAITING : State.RECORDING;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Takes no further messages, writes what waits as far as the time limit allows, and closes the file. What is left
     * then counts as lost.
     */
    public synchronized RecorderReport stop() {
        stopped = true;
        streams.forEach(RecordedStream::close);
        pipeline.finish();
        if (writing == null) {
            pipeline.abandon();
            pipeline.encodeAll();
        } else if (!join(config.closeLimit())) {
            pipeline.abandon();
            if (!join(AFTER_LIMIT)) {
                LOG.error("{} could not be closed in time", target.path());
            }
        }
        return report();
    }

    private boolean join(Duration limit) {
        long end = wall.nanos() + limit.toNanos();
        boolean all = true;
        for (Thread thread : threads) {
            all &= join(thread, Duration.ofNanos(end - wall.nanos()));
        }
        return all;
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
