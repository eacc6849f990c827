package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes a stream known in a file, with the tables it always has; one that has no messages yet may be made known anew. */
final class StreamRegistration {
    private StreamRegistration() {}

    static void write(Connection connection, String table, StreamSpec spec) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO " + Schema.STREAMS + " (name, config) VALUES (?, ?)")) {
            insert.setString(1, table);
            insert.setString(2, spec.config().toJson());
            insert.executeUpdate();
        }
        NotesTable.write(connection, table, StreamEntry.JavaNotes.of(spec));
        try (Statement statement = connection.createStatement()) {
            statement.execute(Schema.createStream(table));
            statement.execute(Schema.createPlaces(table));
            statement.execute(Schema.createTimeIndex(table));
        }
    }
}
