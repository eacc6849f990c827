package org.dimos.record.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.dimos.record.Producer;
import org.dimos.record.RecordingException;

/** What Java notes about a stream that was copied. */
final class NotesOfCopy {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private NotesOfCopy() {}

    /** The notes under the new names. A stream from elsewhere has none, unless its name can be no table. */
    static Optional<StreamEntry.JavaNotes> of(RawStream raw, String table, CopyPlan plan) {
        if (raw.notes().isPresent()) {
            StreamEntry.JavaNotes notes = raw.notes().get();
            return Optional.of(new StreamEntry.JavaNotes(
                    plan.name(),
                    notes.typeName(),
                    notes.javaType(),
                    notes.encoding(),
                    notes.producer().map(producer -> renamed(producer, plan))));
        }
        if (table.equals(plan.name())) {
            return Optional.empty();
        }
        if (raw.entry().config().payloadModule().equals(PythonTypes.BYTES)) {
            throw new RecordingException("stream '" + raw.entry().name() + "' cannot be renamed to '" + plan.name()
                    + "': it holds pickles of Python, and such a stream takes a name of letters, digits and _ only");
        }
        return Optional.of(new StreamEntry.JavaNotes(plan.name(), "", "", "", Optional.empty()));
    }

    private static Producer renamed(Producer producer, CopyPlan plan) {
        List<String> inputs = producer.inputs().stream()
                .map(name -> plan.renames().getOrDefault(name, name))
                .toList();
        return new Producer(producer.module(), inputs);
    }

    static void write(Connection connection, String table, StreamEntry.JavaNotes notes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + Schema.STREAM_NOTES
                        + " (name, original_name, type_name, java_type, encoding, producer, inputs) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, table);
            insert.setString(2, notes.originalName());
            insert.setString(3, notes.typeName());
            insert.setString(4, notes.javaType());
            insert.setString(5, notes.encoding());
            insert.setString(6, notes.producer().map(Producer::module).orElse(null));
            insert.setString(
                    7,
                    notes.producer()
                            .map(Producer::inputs)
                            .map(NotesOfCopy::json)
                            .orElse(null));
            insert.executeUpdate();
        }
    }

    private static String json(List<String> names) {
        try {
            return MAPPER.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
