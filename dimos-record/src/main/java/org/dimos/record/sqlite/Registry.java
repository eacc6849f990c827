package org.dimos.record.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dimos.record.Producer;
import org.dimos.record.RecordingException;

/** Reads which streams a file has. Only {@code _streams} counts; tables without an entry there are not looked at. */
final class Registry {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final Pattern TIME_FIRST = Pattern.compile("(?i)\\(\\s*\"?ts\"?\\s*[,)]");

    private final Path file;
    private final FileSchema schema;
    private final Set<String> timeIndexed = new HashSet<>();
    private final Map<String, StreamEntry.JavaNotes> notes = new HashMap<>();

    private Registry(Path file, FileSchema schema) {
        this.file = file;
        this.schema = schema;
    }

    static List<StreamEntry> read(Path file, Connection connection) throws SQLException {
        Registry registry = new Registry(file, FileSchema.of(connection));
        try (Statement statement = connection.createStatement()) {
            registry.readSchema(statement);
            if (registry.schema.isPlain(Schema.STREAM_NOTES)) {
                registry.readNotes(statement);
            }
            return registry.readStreams(statement);
        }
    }

    /** Whether a plain table is there: no view, whose rows could be anything, and no virtual one. */
    static boolean hasTable(Connection connection, String table) throws SQLException {
        return FileSchema.of(connection).isPlain(table);
    }

    private void readSchema(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index'")) {
            while (rows.next()) {
                String sql = Objects.requireNonNullElse(rows.getString(2), "");
                if (TIME_FIRST.matcher(sql).find()) {
                    timeIndexed.add(rows.getString(1));
                }
            }
        }
    }

    private void readNotes(Statement statement) throws SQLException {
        String sql = "SELECT name, original_name, type_name, java_type, encoding, producer, inputs FROM "
                + Schema.STREAM_NOTES;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String original = text(rows, 2);
                if (!StreamNames.isStreamName(original)) {
                    throw badName(original);
                }
                notes.put(text(rows, 1), notes(rows));
            }
        }
    }

    /** What Java notes about a stream, of a row whose columns from the second on are these notes. */
    static StreamEntry.JavaNotes notes(ResultSet rows) throws SQLException {
        String module = text(rows, 6);
        Optional<Producer> producer =
                module.isEmpty() ? Optional.empty() : Optional.of(new Producer(module, names(text(rows, 7))));
        return new StreamEntry.JavaNotes(text(rows, 2), text(rows, 3), text(rows, 4), text(rows, 5), producer);
    }

    private static List<String> names(String json) {
        try {
            return json.isEmpty() ? List.of() : MAPPER.readValue(json, NAMES);
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private List<StreamEntry> readStreams(Statement statement) throws SQLException {
        if (!schema.isPlain(Schema.STREAMS)) {
            throw new RecordingException(file + " is a SQLite database but no recording: it has no table _streams");
        }
        List<StreamEntry> entries = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT name, config FROM " + Schema.STREAMS + " ORDER BY rowid")) {
            while (rows.next()) {
                entries.add(entry(text(rows, 1), text(rows, 2)));
            }
        }
        return entries;
    }

    private StreamEntry entry(String table, String config) {
        if (!StreamNames.isTableName(table)) {
            throw badName(table);
        }
        Optional<StreamEntry.JavaNotes> known = Optional.ofNullable(notes.get(table));
        return new StreamEntry(
                table,
                known.map(StreamEntry.JavaNotes::originalName).orElse(table),
                StreamConfig.parse(table, config),
                known,
                schema.isPlain(table),
                schema.isPlain(table + "_blob"),
                timeIndexed.contains(table),
                schema.isPlain(Schema.TOTALS));
    }

    private RecordingException badName(String name) {
        return new RecordingException(file + " has a stream named '" + Words.shown(name)
                + "', which no recording can have; names are letters, digits and _");
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Objects.requireNonNullElse(rows.getString(column), "");
    }
}
