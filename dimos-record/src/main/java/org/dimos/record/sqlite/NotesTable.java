package org.dimos.record.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.dimos.record.Producer;

/** What Java notes about the streams of a file. */
final class NotesTable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private NotesTable() {}

    static void write(Connection connection, String table, StreamEntry.JavaNotes notes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO " + Schema.STREAM_NOTES
                        + " (name, original_name, type_name, java_type, encoding, producer, inputs) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, table);
            insert.setString(2, notes.originalName());
            insert.setString(3, notes.typeName());
            insert.setString(4, notes.javaType());
            insert.setString(5, notes.encoding());
            insert.setString(6, notes.producer().map(Producer::module).orElse(null));
            insert.setString(
                    7,
                    notes.producer().map(Producer::inputs).map(NotesTable::json).orElse(null));
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
