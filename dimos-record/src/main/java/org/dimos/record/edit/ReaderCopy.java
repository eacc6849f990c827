package org.dimos.record.edit;

import java.nio.file.Path;
import java.util.List;
import org.dimos.core.message.Opaque;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** Copies the messages of a recording that is not one file. Payloads stay the bytes they are. */
final class ReaderCopy {
    private static final int BATCH_MESSAGES = 1000;
    private static final long BATCH_BYTES = 4 << 20;

    private final RecordingReader reader;
    private final RecordingWriter writer;
    private long messages;
    private long bytes;

    private ReaderCopy(RecordingReader reader, RecordingWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    static void copy(RecordingSource source, Path target, SaveListener listener) {
        try (RecordingReader reader = source.open();
                RecordingWriter writer = RecordingWriter.create(target)) {
            ReaderCopy copy = new ReaderCopy(reader, writer);
            List<StreamInfo> streams = reader.streams();
            reader.run().ifPresent(writer::run);
            Progress progress = new Progress(listener, streams);
            for (StreamInfo stream : streams) {
                copy.stream(stream, progress);
                progress.done(stream);
            }
            reader.losses().forEach(writer::loss);
            writer.gaps(reader.gaps());
            writer.commit();
        }
    }

    private void stream(StreamInfo info, Progress progress) {
        RecordingStream stream = writer.stream(spec(info));
        long rows = 0;
        try (Cursor cursor = reader.cursor(info.name(), Long.MIN_VALUE, Long.MAX_VALUE)) {
            while (cursor.hasNext()) {
                append(stream, cursor.next());
                progress.rows(++rows);
            }
        }
    }

    private void append(RecordingStream stream, Observation<?> observation) {
        long unused = stream.append(observation);
        messages++;
        bytes += observation.encoded().map(encoded -> encoded.data().length()).orElse(Long.BYTES);
        if (messages % BATCH_MESSAGES == 0 || bytes > BATCH_BYTES) {
            writer.commit();
            bytes = 0;
        }
    }

    static StreamSpec spec(StreamInfo info) {
        Class<?> type = info.payloadType().isPresent() ? info.payloadType().get() : Opaque.class;
        return new StreamSpec(info.name(), info.typeName(), type, info.codec(), info.producer());
    }
}
