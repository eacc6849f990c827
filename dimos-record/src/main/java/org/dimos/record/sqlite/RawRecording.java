package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dimos.record.RecordedTime;
import org.dimos.record.RecordingException;

/** A file whose rows are read as they are stored, to be copied. */
public final class RawRecording implements AutoCloseable {
    private static final Set<String> OWN_TABLES = Set.of(
            Schema.STREAMS, Schema.STREAM_NOTES, Schema.RUN, Schema.LOSSES, Schema.GAPS, Schema.TOTALS, Schema.CARRIED);

    private final Path path;
    private final Connection connection;
    private final Map<String, RawStream> streams = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private RawRecording(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /**
     * Opens a recording; nothing in its folder changes.
     *
     * @throws RecordingException if there is no such file or it is no recording
     */
    public static RawRecording open(Path path) {
        RawRecording recording = new RawRecording(path, ReadOnlyDatabase.open(path));
        try {
            recording.readStreams();
            recording.readOtherTables();
            return recording;
        } catch (SQLException e) {
            recording.close();
            throw recording.unreadable(e);
        } catch (RecordingException e) {
            recording.close();
            throw e;
        }
    }

    /** What a copy does not take over, a sentence each. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    RawStream stream(String name) {
        return Objects.requireNonNull(streams.get(name), name);
    }

    private void readStreams() throws SQLException {
        Map<String, String> configs = new LinkedHashMap<>();
        List<StreamEntry> entries = Registry.read(path, connection);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, config FROM " + Schema.STREAMS)) {
            while (rows.next()) {
                configs.put(String.valueOf(rows.getString(1)), String.valueOf(rows.getString(2)));
            }
        }
        for (StreamEntry entry : entries) {
            String config = Objects.requireNonNull(configs.get(entry.table()), entry.table());
            streams.put(entry.name(), new RawStream(entry, config, tags(entry.table())));
        }
    }

    private List<String> tags(String table) throws SQLException {
        String prefix = table + "_tag_";
        List<String> tags = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String index = Objects.requireNonNullElse(rows.getString(1), "");
                    if (index.startsWith(prefix) && StreamNames.isTagName(index.substring(prefix.length()))) {
                        tags.add(index.substring(prefix.length()));
                    }
                }
            }
        }
        return tags;
    }

    private void readOtherTables() throws SQLException {
        Set<String> known = new HashSet<>(OWN_TABLES);
        for (RawStream stream : streams.values()) {
            StreamNames.tablesOf(stream.entry().table().toLowerCase(Locale.ROOT))
                    .forEach(known::add);
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type IN ('table',"
                        + " 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name")) {
            while (rows.next()) {
                tell(Objects.requireNonNullElse(rows.getString(1), ""), known);
            }
        }
    }

    private void tell(String table, Set<String> known) {
        boolean vectors = table.endsWith("_vec")
                && streams.values().stream()
                        .anyMatch(stream -> table.equals(stream.entry().table() + "_vec"));
        if (vectors) {
            leftOut.add("the search vectors in table '" + Words.shown(table) + "' of " + path + " are left out");
        } else if (!known.contains(table.toLowerCase(Locale.ROOT)) && !isPartOfVectors(table)) {
            leftOut.add("table '" + Words.shown(table) + "' of " + path + " belongs to no stream and is left out");
        }
    }

    private boolean isPartOfVectors(String table) {
        return streams.values().stream()
                .anyMatch(stream -> table.startsWith(stream.entry().table() + "_vec_"));
    }

    /** Gives the rows in the order of their ids. */
    void rows(RawStream stream, RowSpans wanted, RowTaker taker) {
        StreamEntry entry = stream.entry();
        if (!entry.hasTable() || wanted.spans().isEmpty()) {
            return;
        }
        TimeRange range = new TimeRange(wanted.fromNanos(), wanted.toNanos());
        String where = wanted.isAll() ? "" : " WHERE s.ts >= ? AND s.ts <= ?";
        try (PreparedStatement query =
                connection.prepareStatement(Schema.selectRows(entry) + where + " ORDER BY s.id")) {
            if (!wanted.isAll()) {
                query.setDouble(1, range.fromSeconds());
                query.setDouble(2, range.toSeconds());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (wanted.isAll() || wanted.contains(RecordedTime.toNanos(rows.getDouble(2)), rows.getLong(1))) {
                        taker.take(RawRow.read(rows));
                    }
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private RecordingException unreadable(SQLException e) {
        return new RecordingException(path + " cannot be read: " + SqliteErrors.reason(e), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Takes one row after the other. */
    interface RowTaker {
        void take(RawRow row);
    }
}
