package org.dimos.record;

import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.dimos.record.RecordingPipeline.Ready;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes to the file: takes what is ready and makes one transaction of it. */
final class RecordingThread implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingThread.class);
    private static final String LOCKED = "locked by another process";

    private final RecordingTarget target;
    private final RecordingPipeline pipeline;
    private final RecorderConfig config;
    private final List<RecordedStream<?>> streams;
    private final Consumer<String> onFailure;

    private RecordingWriter writer;
    private final Queue<Ready> pending = new ArrayDeque<>();

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

    @Override
    public void run() {
        List<Ready> batch = new ArrayList<>();
        try {
            while (!pipeline.ready().isDone()) {
                pending.addAll(pipeline.ready()
                        .take(config.batchBytes(), config.batchInterval().toNanos()));
                do {
                    batch = nextBatch();
                    write(batch);
                    batch = List.of();
                } while (!pending.isEmpty());
            }
            registerAll();
            if (writer.tryBegin()) {
                writeLosses();
            }
            writer.close();
        } catch (RecordingException e) {
            stop(String.valueOf(e.getMessage()), batch);
        } catch (RuntimeException e) {
            LOG.error("the recorder failed", e);
            stop("recorder failed: " + e, batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop("interrupted", batch);
        }
    }

    /** What goes into one transaction, however much has piled up. */
    private List<Ready> nextBatch() {
        List<Ready> batch = new ArrayList<>();
        long bytes = 0;
        while (!pending.isEmpty() && bytes < config.batchBytes()) {
            Ready next = pending.remove();
            batch.add(next);
            bytes += next.row().size() + 1L;
        }
        return batch;
    }

    private void write(List<Ready> batch) {
        boolean somethingToDo = !batch.isEmpty()
                || streams.stream().anyMatch(stream -> stream.losses().hasNews());
        if (!somethingToDo) {
            return;
        }
        checkFile();
        if (!begin()) {
            batch.forEach(message -> pipeline.drop(message, LOCKED));
            return;
        }
        for (Ready message : batch) {
            StreamSpec spec = message.stream().spec().orElseThrow();
            writer.stream(spec).append(message.row());
        }
        writeLosses();
        writer.commit();
        batch.forEach(pipeline::stored);
        writer = target.afterCommit(writer);
    }

    /** Waits as long as someone else has the file; meanwhile messages queue up. */
    private boolean begin() {
        while (!writer.tryBegin()) {
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

    private void registerAll() {
        if (begin()) {
            for (RecordedStream<?> stream : streams) {
                Optional<StreamSpec> spec = stream.spec();
                spec.ifPresent(writer::stream);
            }
        }
    }

    private void writeLosses() {
        for (RecordedStream<?> stream : streams) {
            stream.losses().write(this::writeLoss);
        }
    }

    private long writeLoss(long id, Loss loss) {
        if (id == 0) {
            return writer.loss(loss);
        }
        writer.loss(id, loss);
        return id;
    }

    private void stop(String reason, List<Ready> batch) {
        boolean first = pipeline.fail(reason);
        batch.forEach(message -> pipeline.drop(message, reason));
        pending.forEach(message -> pipeline.drop(message, reason));
        pending.clear();
        try {
            while (!pipeline.ready().isDone()) {
                pipeline.ready().take(1, 0).forEach(message -> pipeline.drop(message, reason));
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
            streams.forEach(stream -> stream.losses().forgetWriting());
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
    }
}
