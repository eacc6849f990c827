package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dimos.record.DiskFullException;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.RecordingException;
import org.dimos.record.RunInfo;

/**
 * Writes a new recording. What is appended becomes part of the file with {@link #commit}, all or nothing; a crash loses
 * what was not committed and nothing else. For one thread at a time. Every method throws {@link RecordingException}
 * where the file cannot be written; the writer is of no use then, but for {@link #close}.
 */
public final class RecordingWriter implements AutoCloseable {
    private static final long MOST_ROWS_INDEXED_AT_THE_END = 1_000_000;
    private static final List<String> TABLES = List.of(
            Schema.CREATE_STREAMS,
            Schema.CREATE_STREAM_NOTES,
            Schema.CREATE_RUN,
            Schema.CREATE_LOSSES,
            Schema.CREATE_CARRIED,
            Schema.CREATE_TOTALS);

    private final WrittenDatabase database;
    private final Map<String, RecordingStream> streams = new LinkedHashMap<>();
    private final Map<String, StreamEnd> earlier = new LinkedHashMap<>();
    /** Streams registered since the last commit. */
    private final List<String> fresh = new ArrayList<>();
    /** Streams that have collected rows for SQLite since the last commit. */
    private final Set<RecordingStream> written = new LinkedHashSet<>();

    private final TotalsWriter totals = new TotalsWriter();
    private long losses;

    private RecordingWriter(WrittenDatabase database) {
        this.database = database;
    }

    /**
     * Makes a new file, and its folder if need be.
     *
     * @throws RecordingException if the file exists or cannot be made
     */
    public static RecordingWriter create(Path path) {
        return new RecordingWriter(WrittenDatabase.create(path, false, TABLES));
    }

    /**
     * The same for writing while a robot runs: a thread of its own moves what was written from the log into the file, so
     * that no commit has to.
     */
    public static RecordingWriter createLive(Path path) {
        return new RecordingWriter(WrittenDatabase.create(path, true, TABLES));
    }

    public Path path() {
        return database.path();
    }

    /**
     * Registers a stream, or gives the one that has this name already. As long as it has no messages it may still be
     * registered with another type or codec.
     *
     * @throws RecordingException if the stream cannot have that name
     */
    public RecordingStream stream(StreamSpec spec) {
        RecordingStream known = streams.get(spec.name());
        if (known != null && (known.hasMessages() || known.spec().equals(spec))) {
            return known;
        }
        database.begin();
        String table = known == null ? newTable(spec) : known.table();
        RecordingStream stream = new RecordingStream(this, database, table, spec);
        database.write(() -> StreamRegistration.write(database.connection(), table, spec));
        streams.put(spec.name(), stream);
        StreamEnd end = earlier.get(spec.name());
        if (end != null) {
            stream.resume(end);
            database.write(() -> RunTables.writeCarried(database.connection(), table, end.latched()));
        }
        fresh.add(spec.name());
        return stream;
    }

    private String newTable(StreamSpec spec) {
        Set<String> tables =
                streams.values().stream().map(RecordingStream::table).collect(Collectors.toSet());
        return StreamNames.tableName(spec.name(), tables);
    }

    /** Whether a stream is registered. */
    public boolean has(String stream) {
        return streams.containsKey(stream);
    }

    /** Where every stream ends now, also those that only an earlier file has. */
    public List<StreamEnd> ends() {
        Map<String, StreamEnd> ends = new LinkedHashMap<>(earlier);
        streams.forEach((name, stream) -> ends.put(name, stream.end()));
        return List.copyOf(ends.values());
    }

    /**
     * Makes this new file go on where another ended: ids go on from there, and the values that still hold are
     * written again, marked as such.
     */
    public void resume(List<StreamEnd> ends) {
        for (StreamEnd end : ends) {
            earlier.put(end.spec().name(), end);
            if (!end.latched().isEmpty()) {
                stream(end.spec());
            }
        }
    }

    /** How large the file is once its log is empty. */
    public long size() {
        return database.size();
    }

    /** How large the log is beside the file. */
    public long logSize() {
        return database.logSize();
    }

    /** Empties the log between two transactions, unless someone reads from it. */
    public void truncateLog() {
        database.truncateLog();
    }

    /** Notes what runs. */
    public void run(RunInfo run) {
        database.begin();
        database.write(() -> RunTables.write(database.connection(), run));
    }

    /** Notes a span of lost messages and gives a number by which it can be written again. */
    public long loss(Loss loss) {
        long id = ++losses;
        loss(id, loss);
        return id;
    }

    /** Writes a span of lost messages again after it has grown. */
    public void loss(long id, Loss loss) {
        database.begin();
        Loss stored = new Loss(tableOf(loss.stream()), loss.fromNanos(), loss.toNanos(), loss.count(), loss.reason());
        database.write(() -> RunTables.write(database.connection(), id, stored));
    }

    /** Notes spans that an edit took out. */
    public void gaps(List<Gap> gaps) {
        database.begin();
        database.write(() -> GapTable.write(database.connection(), gaps, this::tableOf));
    }

    private String tableOf(String name) {
        RecordingStream stream = streams.get(name);
        return stream == null ? name : stream.table();
    }

    /**
     * Takes the file for writing, as everything that writes does by itself, but without waiting longer than a tenth of a
     * second.
     *
     * @return false if another process has it locked; it can be tried again
     */
    public boolean tryBegin() {
        return database.tryBegin();
    }

    /** Makes everything appended so far part of the file. */
    public void commit() {
        if (database.inTransaction()) {
            written.forEach(RecordingStream::flush);
            database.write(() -> totals.write(database.connection()));
            database.commit();
            totals.committed();
            written.forEach(RecordingStream::committed);
            written.clear();
            fresh.clear();
        }
    }

    /**
     * Takes back what was appended since the last commit, and forgets an error of writing: it can be tried again. Streams
     * registered since then are of no use any more.
     */
    public void rollback() {
        if (database.inTransaction()) {
            totals.rolledBack();
            written.forEach(RecordingStream::rolledBack);
            written.clear();
            streams.keySet().removeAll(fresh);
            fresh.clear();
            database.rollback();
        }
    }

    void hasRows(RecordingStream stream) {
        written.add(stream);
    }

    /**
     * Commits, unless writing has failed before, and closes. Nothing but the file itself stays in the folder, unless
     * someone else has it open.
     */
    @Override
    public void close() {
        try {
            if (database.hasFailed()) {
                rollback();
            } else {
                commit();
                indexReception();
            }
        } finally {
            database.close();
        }
    }

    /**
     * Kept up row by row this index would be a quarter of the work of small messages. A live recording of very many
     * messages goes without, so that closing it takes no longer than a second or two.
     */
    private void indexReception() {
        long limit = database.isLive() ? MOST_ROWS_INDEXED_AT_THE_END : Long.MAX_VALUE;
        List<RecordingStream> smallFirst = streams.values().stream()
                .sorted(Comparator.comparingLong(RecordingStream::rows))
                .toList();
        long rows = 0;
        try {
            if (!tryBegin()) {
                return;
            }
            for (RecordingStream stream : smallFirst) {
                rows += stream.rows();
                if (rows <= limit) {
                    stream.indexReception();
                }
            }
            commit();
        } catch (DiskFullException e) {
            rollback();
        }
    }

    TotalsWriter totals() {
        return totals;
    }
}
