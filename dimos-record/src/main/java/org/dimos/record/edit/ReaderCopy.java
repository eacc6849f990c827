package org.dimos.record.edit;

import java.nio.file.Path;
import java.util.List;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Batches;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** Copies the messages of a recording that is not one file. Payloads stay the bytes they are. */
final class ReaderCopy {
    private final RecordingReader reader;
    private final RecordingWriter writer;
    private final Batches batches;

    private ReaderCopy(RecordingReader reader, RecordingWriter writer) {
        this.reader = reader;
        this.writer = writer;
        this.batches = new Batches(writer);
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
        RecordingStream stream = writer.stream(StreamSpec.of(info));
        long rows = 0;
        try (Cursor cursor = reader.cursor(info.name(), Long.MIN_VALUE, Long.MAX_VALUE)) {
            while (cursor.hasNext()) {
                boolean unusedBatch = batches.append(stream, cursor.next());
                progress.rows(++rows);
            }
        }
    }
}
