package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.record.RecordingException;

/**
 * Finds out which streams a damaged file has: what is registered as far as that can be read, and every table that looks
 * like one of a stream. Where the registration is gone the type is guessed from the first payload.
 */
final class TolerantRegistry {
    private static final Pattern STREAM_TABLE = Pattern.compile("(?is).*\\bts\\s+REAL\\b.*\\bpose_qw\\b.*\\btags\\b.*");
    private static final String NUMBERS = "builtins.float";

    private final Connection connection;
    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Set<String> timeIndexed = new HashSet<>();
    private final Map<String, String> configs = new LinkedHashMap<>();
    private final Map<String, StreamEntry.JavaNotes> notes = new HashMap<>();

    private TolerantRegistry(Connection connection) {
        this.connection = connection;
    }

    /** The streams and the text of their registrations. */
    static List<RawStream> read(Connection connection) {
        TolerantRegistry registry = new TolerantRegistry(connection);
        FileSchema schema = FileSchema.ofDamaged(connection);
        registry.each("SELECT name, sql FROM sqlite_master WHERE type = 'table'", row -> {
            if (schema.isPlain(text(row, 1))) {
                registry.tables.put(text(row, 1), text(row, 2));
            }
        });
        registry.each("SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'", row -> {
            if (text(row, 2).equals(text(row, 1) + "_ts_id")) {
                registry.timeIndexed.add(text(row, 1));
            }
        });
        if (schema.isPlain(Schema.STREAMS)) {
            registry.each("SELECT name, config FROM " + Schema.STREAMS + " ORDER BY rowid", row -> {
                registry.configs.put(text(row, 1), text(row, 2));
            });
        }
        if (schema.isPlain(Schema.STREAM_NOTES)) {
            registry.readNotes();
        }
        return registry.streams();
    }

    private void readNotes() {
        each(
                "SELECT name, original_name, type_name, java_type, encoding, producer, inputs FROM "
                        + Schema.STREAM_NOTES,
                row -> {
                    if (StreamNames.isStreamName(text(row, 2))) {
                        notes.put(text(row, 1), Registry.notes(row));
                    }
                });
    }

    private List<RawStream> streams() {
        Set<String> names = new LinkedHashSet<>(configs.keySet());
        tables.forEach((table, sql) -> {
            if (STREAM_TABLE.matcher(sql).matches()) {
                names.add(table);
            }
        });
        List<RawStream> streams = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String table : names) {
            if (StreamNames.isTableName(table)) {
                RawStream stream = stream(table);
                if (taken.add(stream.entry().name())) {
                    streams.add(stream);
                }
            }
        }
        return streams;
    }

    private RawStream stream(String table) {
        Optional<StreamConfig> registered =
                Optional.ofNullable(configs.get(table)).flatMap(config -> parse(table, config));
        StreamConfig config = registered.orElseGet(() -> guess(table));
        StreamEntry entry = new StreamEntry(
                table,
                Optional.ofNullable(notes.get(table))
                        .map(StreamEntry.JavaNotes::originalName)
                        .orElse(table),
                config,
                Optional.ofNullable(notes.get(table)),
                tables.containsKey(table),
                tables.containsKey(table + "_blob"),
                timeIndexed.contains(table),
                false);
        String text = registered.isPresent() ? Objects.requireNonNull(configs.get(table)) : config.toJson();
        return new RawStream(entry, text, List.of());
    }

    private static Optional<StreamConfig> parse(String table, String config) {
        try {
            return Optional.of(StreamConfig.parse(table, config));
        } catch (RecordingException e) {
            return Optional.empty();
        }
    }

    private StreamConfig guess(String table) {
        Optional<Bytes> first = firstPayload(table);
        StreamEntry.JavaNotes known = notes.get(table);
        if (first.isEmpty()) {
            return new StreamConfig(NUMBERS, PayloadCodecs.PICKLE);
        }
        if (known != null && PickledBytes.unwrap(first.get()).isPresent()) {
            return new StreamConfig(PythonTypes.BYTES, PayloadCodecs.PICKLE);
        }
        for (String codec : List.of(PayloadCodecs.LCM, "lz4+" + PayloadCodecs.LCM)) {
            Optional<String> module = message(new Encoded(codec, first.get())).flatMap(PythonTypes::ofMessage);
            if (module.isPresent()) {
                return new StreamConfig(module.get(), known == null ? codec : known.encoding());
            }
        }
        return new StreamConfig(PythonTypes.BYTES, PayloadCodecs.PICKLE);
    }

    private static Optional<String> message(Encoded encoded) {
        try {
            Bytes head = PayloadCodecs.head(encoded, Long.BYTES);
            return head.length() < Long.BYTES
                    ? Optional.empty()
                    : MessageCodecs.byFingerprint(head.asBuffer().getLong(), "").map(MessageCodec::typeName);
        } catch (RecordingException e) {
            return Optional.empty();
        }
    }

    private Optional<Bytes> firstPayload(String table) {
        List<Bytes> found = new ArrayList<>();
        if (tables.containsKey(table + "_blob")) {
            each("SELECT data FROM \"" + table + "_blob\" ORDER BY id LIMIT 1", row -> {
                byte[] data = row.getBytes(1);
                if (data != null) {
                    found.add(Bytes.wrap(data));
                }
            });
        }
        return found.stream().findFirst();
    }

    /** Reads rows until there are no more or reading fails. */
    private void each(String sql, RowReading reading) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reading.read(rows);
            }
        } catch (SQLException e) {
            // what could be read counts
        }
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Objects.requireNonNullElse(rows.getString(column), "");
    }

    private interface RowReading {
        void read(ResultSet row) throws SQLException;
    }
}
