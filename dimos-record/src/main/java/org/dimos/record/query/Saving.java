package org.dimos.record.query;

import java.nio.file.Path;
import java.util.Optional;
import org.dimos.core.message.Opaque;
import org.dimos.record.Observation;
import org.dimos.record.PartialFile;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Selection;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** Writes what a query gives into a new recording. The file appears when it is whole; if not, nothing is left behind. */
final class Saving {
    private static final int BATCH_MESSAGES = 1000;
    private static final long BATCH_BYTES = 4 << 20;

    private final Path file;
    private long messages;
    private long batchBytes;

    Saving(Path file) {
        this.file = file;
    }

    long alone(Query<?> query, String stream) {
        try (PartialFile partial = new PartialFile(file)) {
            try (RecordingWriter writer = RecordingWriter.create(partial.path())) {
                save(query, stream, writer);
            }
            partial.finish();
            return messages;
        }
    }

    long beside(Recording recording, Query<?> query, String stream) {
        try (PartialFile partial = new PartialFile(file);
                RecordingReader reader = recording.source().open()) {
            if (recording.recorded().stream().anyMatch(known -> known.name().equals(stream))) {
                throw new RecordingException(
                        "stream '" + stream + "' is in " + recording.name() + " already; take another name");
            }
            try (RecordingWriter writer = RecordingWriter.create(partial.path())) {
                copy(reader, writer);
                messages = 0;
                save(query, stream, writer);
            }
            partial.finish();
            return messages;
        }
    }

    private void copy(RecordingReader reader, RecordingWriter writer) {
        reader.run().ifPresent(writer::run);
        for (StreamInfo info : reader.streams()) {
            RecordingStream target = writer.stream(spec(info.name(), info));
            try (Cursor cursor = reader.select(info.name(), Selection.all().orderBy(Order.ID))) {
                while (cursor.hasNext()) {
                    append(cursor.next(), target, writer);
                }
            }
        }
        reader.losses().forEach(writer::loss);
    }

    private void save(Query<?> query, String stream, RecordingWriter writer) {
        Optional<RecordingStream> target = query.recorded().map(info -> writer.stream(spec(stream, info)));
        try (QueryCursor<?> cursor = query.open()) {
            while (cursor.hasNext()) {
                Observation<?> next = cursor.next();
                RecordingStream known = target.orElseGet(() -> writer.stream(spec(stream, next)));
                append(next, known, writer);
                target = Optional.of(known);
            }
        }
        if (target.isEmpty()) {
            throw new RecordingException(query.title() + " gives nothing, so there is nothing to save");
        }
    }

    private void append(Observation<?> observation, RecordingStream target, RecordingWriter writer) {
        target.append(observation);
        messages++;
        batchBytes += observation.storedBytes();
        if (messages % BATCH_MESSAGES == 0 || batchBytes > BATCH_BYTES) {
            writer.commit();
            batchBytes = 0;
        }
    }

    private static StreamSpec spec(String stream, StreamInfo info) {
        return new StreamSpec(
                stream, info.typeName(), info.payloadType().orElse(Opaque.class), info.codec(), info.producer());
    }

    /** New payloads decide by the first of them what the stream holds. */
    private static StreamSpec spec(String stream, Observation<?> first) {
        return first.payload() instanceof Opaque opaque
                ? StreamSpec.opaque(stream, opaque.typeName(), opaque.encoded().codec())
                : StreamSpec.of(stream, first.payload().getClass());
    }
}
