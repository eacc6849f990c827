package org.dimos.record.rolling;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.PartialFile;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Batches;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/**
 * Copies a span of a recording, which may grow meanwhile, into a recording of its own. Payloads stay the bytes they are. A
 * value that was set before the span and still holds is copied too, with its own stamp.
 */
public final class SpanCopy {
    private final RecordingReader reader;
    private final RecordingWriter writer;
    private final long fromNanos;
    private final long toNanos;
    private final LongConsumer progress;
    private final Batches batches;

    private SpanCopy(
            RecordingReader reader, RecordingWriter writer, long fromNanos, long toNanos, LongConsumer progress) {
        this.reader = reader;
        this.writer = writer;
        this.batches = new Batches(writer);
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
            RecordingStream stream = writer.stream(StreamSpec.of(info));
            if (info.isLatched()) {
                before(info).ifPresent(value -> append(stream, value));
            }
            events += copy(info.name(), stream);
        }
        reader.losses().stream().filter(this::isWithin).forEach(writer::loss);
        writer.gaps(reader.gaps().stream()
                .flatMap(gap -> gap.within(fromNanos, toNanos).stream())
                .toList());
        writer.commit();
        return events == 0 ? 0 : batches.messages();
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
        if (batches.append(stream, observation)) {
            progress.accept(batches.messages());
        }
    }

    private boolean isWithin(Loss loss) {
        return loss.toNanos() >= fromNanos && loss.fromNanos() < toNanos;
    }
}
