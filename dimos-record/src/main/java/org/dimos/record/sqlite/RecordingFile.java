package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
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
    private final StreamEntries entries;
    private final Map<String, PayloadReader> readers = new LinkedHashMap<>();
    private final Map<String, StreamCounts> counts = new ConcurrentHashMap<>();
    private final SingleRows singleRows;
    private final SelectionReader selections;
    private final FileState state;
    private final long schemaVersion;

    private RecordingFile(Path path, Connection connection, FileState state) throws SQLException {
        this.path = path;
        this.connection = connection;
        this.singleRows = new SingleRows(connection);
        this.selections = new SelectionReader(connection);
        this.state = state;
        this.schemaVersion = selections.schemaVersion();
        this.entries = StreamEntries.read(path, connection);
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
        return entries.names();
    }

    @Override
    public List<StreamInfo> streams() {
        List<Loss> losses = losses();
        return entries.all().stream().map(entry -> info(entry, losses)).toList();
    }

    /** What there is to say about one stream. */
    public StreamInfo stream(String name) {
        return info(entries.get(name), losses());
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
        return read("", () -> RunTables.losses(connection)).stream()
                .map(entries::named)
                .toList();
    }

    /** The values that a segment of a run repeats from the one before it, by stream. */
    public Map<String, Carried> carried() {
        Map<String, Carried> carried = new LinkedHashMap<>();
        read("", () -> RunTables.carried(connection))
                .forEach((table, values) -> carried.put(entries.nameOf(table), values));
        return carried;
    }

    /** When the values of a stream were said that this segment of a run repeats, nanoseconds since the epoch. */
    public List<Long> carriedNanos(String stream) {
        StreamEntry entry = entries.get(stream);
        return entry.hasTable() ? read(stream, () -> RunTables.carriedNanos(connection, entry.table())) : List.of();
    }

    /** All messages of a stream by (timestamp, id). */
    public Cursor cursor(String stream) {
        return cursor(stream, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    public List<Gap> gaps() {
        return read("", () -> GapTable.read(connection)).stream()
                .map(entries::named)
                .toList();
    }

    @Override
    public StreamSummary summary(String stream, RowSpans rows) {
        return read(stream, () -> SpanStatistics.of(connection, entries.get(stream), rows));
    }

    @Override
    public Cursor cursor(String stream, long fromNanos, long toNanos) {
        StreamEntry entry = entries.get(stream);
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
        StreamEntry entry = entries.get(stream);
        RowSource rows = entry.hasTable()
                ? read(stream, () -> selections.rows(entry, selection, new RowReader(payloads(entry))))
                : new NoRows();
        return new RowCursor(stream, where(stream), new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE), rows);
    }

    @Override
    public long count(String stream, Selection selection) {
        StreamEntry entry = entries.get(stream);
        return entry.hasTable() ? read(stream, () -> selections.count(entry, selection)) : 0;
    }

    @Override
    public Summary summary(String stream, Selection selection) {
        StreamEntry entry = entries.get(stream);
        return entry.hasTable() ? read(stream, () -> selections.summary(entry, selection)) : new Summary.Sum().result();
    }

    @Override
    public BinCounts counts(String stream, TimeEdges edges) {
        StreamEntry entry = entries.get(stream);
        return entry.hasTable() ? read(stream, () -> counts(entry).of(edges)) : BinCounts.none(edges);
    }

    @Override
    public void prepareCounts(String stream, BooleanSupplier cancelled) {
        StreamEntry entry = entries.get(stream);
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
        StreamEntry entry = entries.get(stream);
        return entry.hasTable() ? read(stream, () -> selections.plan(entry, selection)) : List.of();
    }

    @Override
    public boolean isOutdated() {
        return state.isOutdated(FileState.of(path)) || read("", () -> selections.schemaVersion() != schemaVersion);
    }

    /** The id of a stream's last message; 0 if there is none. */
    public long lastId(String stream) {
        StreamEntry entry = entries.get(stream);
        return entry.hasTable() ? read(stream, () -> singleRows.lastId(entry)) : 0;
    }

    @Override
    public Optional<Observation<?>> lastBefore(String stream, long nanos) {
        StreamEntry entry = entries.get(stream);
        return entry.hasTable()
                ? read(stream, () -> singleRows.lastBefore(entry, nanos, new RowReader(payloads(entry))))
                : Optional.empty();
    }

    private synchronized PayloadReader payloads(StreamEntry entry) {
        return readers.computeIfAbsent(
                entry.name(),
                name -> PayloadTypes.reader(entry, () -> read(name, () -> singleRows.firstPayload(entry))));
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
}
