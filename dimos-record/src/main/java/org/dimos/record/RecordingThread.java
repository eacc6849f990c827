package org.dimos.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes to the file: takes what is ready and makes one transaction of it. */
final class RecordingThread implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingThread.class);
    private static final String LOCKED = "locked by another process";
    private static final String FULL = "disk full";
    private static final long FULL_WAIT_NANOS = 500_000_000L;
    private static final int ROWS_BETWEEN_LOOKS = 64;

    private final RecordingTarget target;
    private final RecordingPipeline pipeline;
    private final RecorderConfig config;
    private final List<RecordedStream<?>> streams;
    private final Consumer<String> onFailure;
    private final Clock wall = new SystemClock();
    private final Queue<Ready> pending = new ArrayDeque<>();
    private List<Ready> batch = new ArrayList<>();
    private volatile RecordingWriter writer;

    RecordingThread(
            RecordingTarget target,
            RecordingWriter writer,
            RecordingPipeline pipeline,
            RecorderConfig config,
            List<RecordedStream<?>> streams,
            Consumer<String> onFailure) {
        this.target = target;
        this.writer = writer;
        this.pipeline = pipeline;
        this.config = config;
        this.streams = streams;
        this.onFailure = onFailure;
    }

    /** The file that is being written. */
    Path path() {
        return writer.path();
    }

    @Override
    public void run() {
        try {
            while (!pipeline.ready().isDone()) {
                pending.addAll(pipeline.ready()
                        .take(config.batchBytes(), config.batchInterval().toNanos()));
                do {
                    writeBatch();
                } while (!pending.isEmpty());
            }
            close();
            target.closed(Optional.empty());
        } catch (RecordingException e) {
            stop(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("the recorder failed", e);
            stop("recorder failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop("interrupted");
        }
    }

    /** Writes one transaction, now or, where the disk is full, later. */
    private void writeBatch() {
        if (pending.isEmpty()
                && streams.stream().noneMatch(stream -> stream.losses().hasNews())) {
            return;
        }
        checkFile();
        NextBatch next = NextBatch.of(pending, config.batchBytes(), target.batchBytes());
        try {
            if (!prepare(next)) {
                return;
            }
            if (!begin()) {
                dropPending(LOCKED);
                return;
            }
            append(next.messages());
            commit();
        } catch (DiskFullException e) {
            waitForRoom();
        }
    }

    /** Lets the target make room; what finds none is lost. */
    private boolean prepare(NextBatch next) {
        try {
            prepare(next.size());
            return true;
        } catch (NoRoomException e) {
            List<Ready> refused = new ArrayList<>();
            while (refused.size() < next.messages()) {
                refused.add(pending.remove());
            }
            pipeline.drop(refused, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void prepare(Batch size) {
        RecordingWriter next = target.prepare(writer, size);
        if (next != writer) {
            writer = next;
            streams.forEach(stream -> stream.losses().nextFile());
        }
    }

    /** As much as can be written until the next commit is due. */
    private void append(int messages) {
        long end = wall.nanos() + config.batchInterval().toNanos();
        RecordedStream<?> last = null;
        @Nullable RecordingStream rows = null;
        boolean over = false;
        while (batch.size() < messages && !over) {
            Ready next = pending.remove();
            batch.add(next);
            boolean look = batch.size() % ROWS_BETWEEN_LOOKS == 0;
            if (rows == null || next.stream() != last) {
                last = next.stream();
                rows = writer.stream(last.spec().orElseThrow());
                look = true;
            }
            rows.append(next.row());
            over = look && wall.nanos() >= end;
        }
    }

    private void commit() {
        writeLosses();
        writer.commit();
        pipeline.unhinder();
        streams.forEach(stream -> stream.losses().committed());
        pipeline.stored(batch);
        batch = new ArrayList<>();
    }

    /** Takes the batch back and pauses, unless recording ends. */
    private void waitForRoom() {
        rollBack();
        if (pipeline.hindrance().isEmpty()) {
            LOG.warn("{}: disk full; recording goes on when there is room", writer.path());
        }
        pipeline.hinder(FULL);
        if (pipeline.isFinishing()) {
            dropPending(FULL);
        } else {
            LockSupport.parkNanos(FULL_WAIT_NANOS);
        }
    }

    private void rollBack() {
        writer.rollback();
        streams.forEach(stream -> stream.losses().rolledBack());
        batch.addAll(pending);
        pending.clear();
        pending.addAll(batch);
        batch = new ArrayList<>();
    }

    /** Waits as long as someone else has the file; meanwhile messages queue up. */
    private boolean begin() {
        while (!writer.tryBegin()) {
            pipeline.hinder(LOCKED);
            checkFile();
            if (pipeline.isAbandoned()) {
                return false;
            }
        }
        return true;
    }

    private void checkFile() {
        if (!Files.exists(writer.path())) {
            throw new RecordingException(writer.path() + " is gone");
        }
    }

    private void dropPending(String reason) {
        pipeline.drop(List.copyOf(pending), reason);
        pending.clear();
    }

    /**
     * Registers the streams whose messages are known beforehand: their tables take longer to make than the first messages
     * should have to wait.
     */
    void registerStreams() {
        try {
            if (hasRoomForStreams() && writer.tryBegin()) {
                addStreams();
                writer.commit();
            }
        } catch (DiskFullException e) {
            writer.rollback();
        }
    }

    private void addStreams() {
        streams.forEach(stream -> stream.spec().ifPresent(writer::stream));
    }

    /** Registers what never had a message, notes the last losses and closes the file. */
    private void close() {
        try {
            boolean room = hasRoomForStreams();
            if (begin()) {
                if (room) {
                    addStreams();
                }
                writeLosses();
            }
            writer.close();
        } catch (DiskFullException e) {
            LOG.warn("{}: disk full; the last losses may be missing in it", writer.path());
            closeFailed();
        }
    }

    private boolean hasRoomForStreams() {
        try {
            prepare(new Batch(0, streams.stream().map(RecordedStream::name).collect(Collectors.toSet())));
            return true;
        } catch (NoRoomException e) {
            LOG.debug("streams without messages are not registered", e);
            return false;
        }
    }

    private void writeLosses() {
        for (RecordedStream<?> stream : streams) {
            stream.losses().write(this::writeLoss);
        }
    }

    private long writeLoss(long number, Loss loss) {
        if (number == 0) {
            return writer.loss(loss);
        }
        writer.loss(number, loss);
        return number;
    }

    private void stop(String reason) {
        boolean first = pipeline.fail(reason);
        pipeline.drop(batch, reason);
        batch = new ArrayList<>();
        dropPending(reason);
        try {
            while (!pipeline.ready().isDone()) {
                pipeline.drop(pipeline.ready().take(1, 0), reason);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.error("recording stopped: {}", reason);
        if (first) {
            onFailure.accept(reason);
        }
        closeFailed();
    }

    /** What is known to be lost may still find room in a file that is too full for messages. */
    private void closeFailed() {
        try {
            writer.rollback();
            streams.forEach(stream -> stream.losses().rolledBack());
            if (Files.exists(writer.path()) && writer.tryBegin()) {
                writeLosses();
                writer.commit();
            }
        } catch (RecordingException e) {
            LOG.debug("losses not written", e);
        }
        try {
            writer.close();
        } catch (RecordingException e) {
            LOG.debug("recording not closed", e);
        }
        target.closed(pipeline.failure());
    }
}
