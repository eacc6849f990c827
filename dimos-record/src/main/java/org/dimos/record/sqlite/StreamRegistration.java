package org.dimos.record.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.dimos.core.message.Opaque;
import org.dimos.record.Producer;

/** Makes a stream known in a file, with the tables it always has. */
final class StreamRegistration {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StreamRegistration() {}

    static void write(Connection connection, String table, StreamSpec spec) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + Schema.STREAMS + " (name, config) VALUES (?, ?)")) {
            insert.setString(1, table);
            insert.setString(2, spec.config().toJson());
            insert.executeUpdate();
        }
        writeNotes(connection, table, spec);
        try (Statement statement = connection.createStatement()) {
            statement.execute(Schema.createStream(table));
            statement.execute(Schema.createPlaces(table));
            statement.execute(Schema.createTimeIndex(table));
        }
    }

    private static void writeNotes(Connection connection, String table, StreamSpec spec) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + Schema.STREAM_NOTES
                        + " (name, original_name, type_name, java_type, encoding, producer, inputs) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, table);
            insert.setString(2, spec.name());
            insert.setString(3, spec.typeName());
            insert.setString(
                    4, spec.javaType() == Opaque.class ? "" : spec.javaType().getName());
            insert.setString(5, spec.codec());
            insert.setString(6, spec.producer().map(Producer::module).orElse(null));
            insert.setString(
                    7,
                    spec.producer()
                            .map(Producer::inputs)
                            .map(StreamRegistration::json)
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
