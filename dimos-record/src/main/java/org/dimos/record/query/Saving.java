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
import org.dimos.record.sqlite.Batches;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** Writes what a query gives into a new recording. The file appears when it is whole; if not, nothing is left behind. */
final class Saving {
    private final Path file;

    Saving(Path file) {
        this.file = file;
    }

    long alone(Query<?> query, String stream) {
        try (PartialFile partial = new PartialFile(file)) {
            long messages;
            try (RecordingWriter writer = RecordingWriter.create(partial.path())) {
                messages = save(query, stream, writer);
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
            long messages;
            try (RecordingWriter writer = RecordingWriter.create(partial.path())) {
                copy(reader, writer);
                messages = save(query, stream, writer);
            }
            partial.finish();
            return messages;
        }
    }

    private static void copy(RecordingReader reader, RecordingWriter writer) {
        Batches batches = new Batches(writer);
        reader.run().ifPresent(writer::run);
        for (StreamInfo info : reader.streams()) {
            RecordingStream target = writer.stream(StreamSpec.of(info));
            try (Cursor cursor = reader.select(info.name(), Selection.all().orderBy(Order.ID))) {
                while (cursor.hasNext()) {
                    boolean unusedBatch = batches.append(target, cursor.next());
                }
            }
        }
        reader.losses().forEach(writer::loss);
        writer.gaps(reader.gaps());
    }

    private static long save(Query<?> query, String stream, RecordingWriter writer) {
        Batches batches = new Batches(writer);
        Optional<RecordingStream> target =
                query.recorded().map(info -> writer.stream(StreamSpec.of(info).withName(stream)));
        try (QueryCursor<?> cursor = query.open()) {
            while (cursor.hasNext()) {
                Observation<?> next = cursor.next();
                RecordingStream known = target.orElseGet(() -> writer.stream(spec(stream, next)));
                boolean unusedBatch = batches.append(known, next);
                target = Optional.of(known);
            }
        }
        if (target.isEmpty()) {
            throw new RecordingException(query.title() + " gives nothing, so there is nothing to save");
        }
        return batches.messages();
    }

    /** New payloads decide by the first of them what the stream holds. */
    private static StreamSpec spec(String stream, Observation<?> first) {
        return first.payload() instanceof Opaque opaque
                ? StreamSpec.opaque(stream, opaque.typeName(), opaque.encoded().codec())
                : StreamSpec.of(stream, first.payload().getClass());
    }
}
