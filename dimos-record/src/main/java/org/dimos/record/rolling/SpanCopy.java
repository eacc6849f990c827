package org.dimos.record.rolling;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.dimos.core.message.Opaque;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.PartialFile;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/**
 * Copies a span of a recording, which may grow meanwhile, into a recording of its own. Payloads stay the bytes they are. A
 * value that was set before the span and still holds is copied too, with its own stamp.
 */
public final class SpanCopy {
    private static final int BATCH_MESSAGES = 1000;
    private static final long BATCH_BYTES = 4 << 20;

    private final RecordingReader reader;
    private final RecordingWriter writer;
    private final long fromNanos;
    private final long toNanos;
    private final LongConsumer progress;
    private long messages;
    private long uncommitted;

    private SpanCopy(
            RecordingReader reader, RecordingWriter writer, long fromNanos, long toNanos, LongConsumer progress) {
        this.reader = reader;
        this.writer = writer;
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
        this.progress = progress;
    }

    /**
     * Makes a new file of what is between two times, the first included, the second not. The file appears when it is
     * whole.
     *
     * @param progress is told from time to time how many messages are copied
     * @return how many messages there are in it
     * @throws RecordingException if the file exists, the span is empty, or something cannot be read or written
     */
    public static long copy(RecordingReader reader, long fromNanos, long toNanos, Path target, LongConsumer progress) {
        try (PartialFile partial = new PartialFile(target)) {
            long copied;
            try (RecordingWriter writer = RecordingWriter.create(partial.path())) {
                copied = new SpanCopy(reader, writer, fromNanos, toNanos, progress).copy();
            }
            if (copied == 0) {
                throw new RecordingException("there is no message in that part");
            }
            partial.finish();
            return copied;
        }
    }

    private long copy() {
        reader.run().ifPresent(writer::run);
        long events = 0;
        for (StreamInfo info : reader.streams()) {
            RecordingStream stream = writer.stream(spec(info));
            if (info.isLatched()) {
                before(info).ifPresent(value -> append(stream, value));
            }
            events += copy(info.name(), stream);
        }
        reader.losses().stream().filter(this::isWithin).forEach(writer::loss);
        writer.commit();
        return events == 0 ? 0 : messages;
    }

    private Optional<Observation<?>> before(StreamInfo info) {
        return fromNanos == Long.MIN_VALUE ? Optional.empty() : reader.lastBefore(info.name(), fromNanos);
    }

    private long copy(String name, RecordingStream stream) {
        long count = 0;
        try (Cursor rows = reader.cursor(name, fromNanos, toNanos)) {
            for (; rows.hasNext(); count++) {
                append(stream, rows.next());
            }
        }
        return count;
    }

    private void append(RecordingStream stream, Observation<?> observation) {
        long unused = stream.append(observation);
        messages++;
        uncommitted +=
                observation.encoded().map(encoded -> encoded.data().length()).orElse(Long.BYTES);
        if (messages % BATCH_MESSAGES == 0 || uncommitted > BATCH_BYTES) {
            writer.commit();
            uncommitted = 0;
            progress.accept(messages);
        }
    }

    private boolean isWithin(Loss loss) {
        return loss.toNanos() >= fromNanos && loss.fromNanos() < toNanos;
    }

    private static StreamSpec spec(StreamInfo info) {
        Class<?> type = info.payloadType().isPresent() ? info.payloadType().get() : Opaque.class;
        return new StreamSpec(info.name(), info.typeName(), type, info.codec(), info.producer());
    }
}
