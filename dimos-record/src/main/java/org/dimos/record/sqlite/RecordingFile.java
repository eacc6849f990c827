package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dimos.core.array.Bytes;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.RecordedTime;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Summary;
import org.dimos.record.selection.TimeEdges;

/**
 * A recording opened for reading. Nothing in its folder changes, also while another process writes to it. Safe to share
 * between threads. Every method throws {@link RecordingException} where the file is damaged or the stream is not there.
 */
public final class RecordingFile implements RecordingReader {
    private final Path path;
    private final Connection connection;
    private final Map<String, StreamEntry> entries;
    private final Map<String, PayloadReader> readers = new LinkedHashMap<>();
    private final Map<String, StreamCounts> counts = new ConcurrentHashMap<>();
    private final SelectionReader selections;
    private final FileState state;
    private final long schemaVersion;

    private RecordingFile(Path path, Connection connection, FileState state) throws SQLException {
        this.path = path;
        this.connection = connection;
        this.selections = new SelectionReader(connection);
        this.state = state;
        this.schemaVersion = selections.schemaVersion();
        List<StreamEntry> entries = Registry.read(path, connection);
        this.entries = entries.stream()
                .collect(Collectors.toMap(
                        StreamEntry::name,
                        Function.identity(),
                        (a, b) -> {
                            throw new RecordingException(path + " has two streams named '" + a.name() + "'");
                        },
                        LinkedHashMap::new));
    }

    /**
     * Opens a recording and reads which streams it has.
     *
     * @throws RecordingException if there is no such file or it is no recording
     */
    public static RecordingFile open(Path path) {
        FileState state = FileState.of(path);
        Connection connection = ReadOnlyDatabase.open(path);
        try {
            return new RecordingFile(path, connection, state);
        } catch (SQLException e) {
            close(path, connection);
            throw new RecordingException(path + " cannot be read: " + SqliteErrors.reason(e), e);
        } catch (RecordingException e) {
            close(path, connection);
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /** The names of all streams, in the order in which they were registered. */
    public List<String> streamNames() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public List<StreamInfo> streams() {
        List<Loss> losses = losses();
        return entries.values().stream().map(entry -> info(entry, losses)).toList();
    }

    /** What there is to say about one stream. */
    public StreamInfo stream(String name) {
        return info(entry(name), losses());
    }

    private StreamInfo info(StreamEntry entry, List<Loss> losses) {
        List<Loss> own = losses.stream()
                .filter(loss -> loss.stream().equals(entry.name()))
                .toList();
        StreamTotals totals = read(entry.name(), new TotalsReader(connection, entry)::read);
        return StreamStatistics.of(entry, payloads(entry), totals, own);
    }

    @Override
    public Optional<RunInfo> run() {
        return read("", () -> RunTables.run(connection));
    }

    @Override
    public List<Loss> losses() {
        Map<String, String> names =
                entries.values().stream().collect(Collectors.toMap(StreamEntry::table, StreamEntry::name));
        return read("", () -> RunTables.losses(connection)).stream()
                .map(loss -> new Loss(
                        names.getOrDefault(loss.stream(), loss.stream()),
                        loss.fromNanos(),
                        loss.toNanos(),
                        loss.count(),
                        loss.reason()))
                .toList();
    }

    /** The values that a segment of a run repeats from the one before it, by stream. */
    public Map<String, Carried> carried() {
        Map<String, String> names =
                entries.values().stream().collect(Collectors.toMap(StreamEntry::table, StreamEntry::name));
        Map<String, Carried> carried = new LinkedHashMap<>();
        read("", () -> RunTables.carried(connection))
                .forEach((table, values) -> carried.put(names.getOrDefault(table, table), values));
        return carried;
    }

    /** When the values of a stream were said that this segment of a run repeats, nanoseconds since the epoch. */
    public List<Long> carriedNanos(String stream) {
        StreamEntry entry = entry(stream);
        return entry.hasTable() ? read(stream, () -> RunTables.carriedNanos(connection, entry.table())) : List.of();
    }

    /** All messages of a stream by (timestamp, id). */
    public Cursor cursor(String stream) {
        return cursor(stream, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    public List<Gap> gaps() {
        return read("", () -> GapTable.read(connection)).stream()
                .map(gap -> new Gap(gap.stream().map(this::nameOf), gap.fromNanos(), gap.toNanos()))
                .toList();
    }

    private String nameOf(String table) {
        return entries.values().stream()
                .filter(entry -> entry.table().equals(table))
                .map(StreamEntry::name)
                .findFirst()
                .orElse(table);
    }

    @Override
    public StreamSummary summary(String stream, RowSpans rows) {
        return read(stream, () -> SpanStatistics.of(connection, entry(stream), rows));
    }

    @Override
    public Cursor cursor(String stream, long fromNanos, long toNanos) {
        StreamEntry entry = entry(stream);
        TimeRange range = new TimeRange(fromNanos, toNanos);
        return new RowCursor(stream, where(stream), range, read(stream, () -> rows(entry, range)));
    }

    private RowSource rows(StreamEntry entry, TimeRange range) throws SQLException {
        if (!entry.hasTable()) {
            return new NoRows();
        }
        RowReader reader = new RowReader(payloads(entry));
        return entry.hasTimeIndex()
                ? new IndexedRows(connection, entry, reader, range)
                : new SortedRows(connection, entry, reader, range);
    }

    @Override
    public Cursor select(String stream, Selection selection) {
        if (selection.isSpan()) {
            return cursor(stream, selection.fromNanos(), selection.toNanos());
        }
        StreamEntry entry = entry(stream);
        RowSource rows = entry.hasTable()
                ? read(stream, () -> selections.rows(entry, selection, new RowReader(payloads(entry))))
                : new NoRows();
        return new RowCursor(stream, where(stream), new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE), rows);
    }

    @Override
    public long count(String stream, Selection selection) {
        StreamEntry entry = entry(stream);
        return entry.hasTable() ? read(stream, () -> selections.count(entry, selection)) : 0;
    }

    @Override
    public Summary summary(String stream, Selection selection) {
        StreamEntry entry = entry(stream);
        return entry.hasTable() ? read(stream, () -> selections.summary(entry, selection)) : new Summary.Sum().result();
    }

    @Override
    public BinCounts counts(String stream, TimeEdges edges) {
        StreamEntry entry = entry(stream);
        return entry.hasTable() ? read(stream, () -> counts(entry).of(edges)) : BinCounts.none(edges);
    }

    @Override
    public void prepareCounts(String stream, BooleanSupplier cancelled) {
        StreamEntry entry = entry(stream);
        if (entry.hasTable()) {
            var unused = read(stream, () -> {
                counts(entry).prepare(cancelled);
                return true;
            });
        }
    }

    private StreamCounts counts(StreamEntry entry) {
        return counts.computeIfAbsent(entry.name(), name -> new StreamCounts(connection, entry));
    }

    /** How SQLite finds a selection, a line for each step: whether it searches by an index or scans. */
    public List<String> plan(String stream, Selection selection) {
        StreamEntry entry = entry(stream);
        return entry.hasTable() ? read(stream, () -> selections.plan(entry, selection)) : List.of();
    }

    @Override
    public boolean isOutdated() {
        return state.isOutdated(FileState.of(path)) || read("", () -> selections.schemaVersion() != schemaVersion);
    }

    /** The id of a stream's last message; 0 if there is none. */
    public long lastId(String stream) {
        StreamEntry entry = entry(stream);
        return entry.hasTable() ? read(stream, () -> lastId(entry)) : 0;
    }

    private long lastId(StreamEntry entry) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(id) FROM \"" + entry.table() + "\"")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public Optional<Observation<?>> lastBefore(String stream, long nanos) {
        StreamEntry entry = entry(stream);
        return entry.hasTable() ? read(stream, () -> findLast(entry, nanos)) : Optional.empty();
    }

    private Optional<Observation<?>> findLast(StreamEntry entry, long nanos) throws SQLException {
        TimeRange range = new TimeRange(Long.MIN_VALUE, nanos);
        String sql = "SELECT id, ts FROM \"" + entry.table() + "\" WHERE ts <= ? ORDER BY ts DESC, id DESC";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setDouble(1, range.toSeconds());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (range.contains(RecordedTime.toNanos(rows.getDouble(2)))) {
                        return row(entry, rows.getLong(1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Observation<?>> row(StreamEntry entry, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(Schema.selectRows(entry) + " WHERE s.id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new RowReader(payloads(entry)).read(row)) : Optional.empty();
            }
        }
    }

    private synchronized PayloadReader payloads(StreamEntry entry) {
        return readers.computeIfAbsent(
                entry.name(), name -> PayloadTypes.reader(entry, () -> read(name, () -> firstPayload(entry))));
    }

    private Optional<Bytes> firstPayload(StreamEntry entry) throws SQLException {
        if (!entry.hasBlobs()) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT data FROM \"" + entry.table() + "_blob\" ORDER BY id LIMIT 1")) {
            return row.next() ? Optional.ofNullable(row.getBytes(1)).map(Bytes::wrap) : Optional.empty();
        }
    }

    private StreamEntry entry(String stream) {
        StreamEntry entry = entries.get(stream);
        if (entry == null) {
            throw new RecordingException("stream '" + Words.shown(stream) + "' is not in " + path + "; it has "
                    + String.join(", ", entries.keySet()));
        }
        return entry;
    }

    private String where(String stream) {
        return stream.isEmpty() ? path.toString() : "stream '" + stream + "' of " + path;
    }

    private <T> T read(String stream, SqlQuery<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw new RecordingException(where(stream) + " cannot be read: " + SqliteErrors.reason(e), e);
        }
    }

    @Override
    public void close() {
        close(path, connection);
    }

    private static void close(Path path, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new RecordingException(path + " cannot be closed: " + SqliteErrors.reason(e), e);
        }
    }

    /** Something that reads from the database. */
    private interface SqlQuery<T> {
        T run() throws SQLException;
    }

    /** The rows of a stream that was registered but never written. */
    private static final class NoRows implements RowSource {
        @Override
        public boolean advance() {
            return false;
        }

        @Override
        public long nanos() {
            throw new NoSuchElementException("there is no row");
        }

        @Override
        public Observation<?> read() {
            throw new NoSuchElementException("there is no row");
        }

        @Override
        public void close() {}
    }
}
