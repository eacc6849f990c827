package org.dimos.record.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.dimos.record.DiskFullException;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.RecordingException;
import org.dimos.record.RunInfo;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Writes a new recording. What is appended becomes part of the file with {@link #commit}, all or nothing; a crash loses
 * what was not committed and nothing else. For one thread at a time. Every method throws {@link RecordingException}
 * where the file cannot be written; the writer is of no use then, but for {@link #close}.
 */
public final class RecordingWriter implements AutoCloseable {
    static final int PAGE_SIZE = 8192;
    /** Room for the pages of one transaction: those that find none would be written twice. */
    private static final int CACHE_KIBIBYTES = 32 << 10;

    private static final long MOST_ROWS_INDEXED_AT_THE_END = 1_000_000;
    private static final int BUSY_MILLIS = 100;
    private static final int BUSY_TRIES = 100;

    private final Path path;
    private final Connection connection;
    private final Optional<Checkpointer> checkpointer;
    /** Held during a transaction. */
    private final Semaphore turn;

    private final Map<String, RecordingStream> streams = new LinkedHashMap<>();
    private final Map<String, StreamEnd> earlier = new LinkedHashMap<>();
    /** Streams registered since the last commit. */
    private final List<String> fresh = new ArrayList<>();
    /** Streams that have collected rows for SQLite since the last commit. */
    private final Set<RecordingStream> written = new LinkedHashSet<>();

    private final TotalsWriter totals = new TotalsWriter();
    private boolean inTransaction;
    private boolean failed;
    private long losses;

    private RecordingWriter(Path path, Connection connection, boolean live) throws SQLException {
        this.path = path;
        this.connection = connection;
        this.turn = new Semaphore(1, true);
        this.checkpointer = live ? Optional.of(Checkpointer.start(path, connect(path, true), turn)) : Optional.empty();
    }

    /**
     * Makes a new file, and its folder if need be.
     *
     * @throws RecordingException if the file exists or cannot be made
     */
    public static RecordingWriter create(Path path) {
        return create(path, false);
    }

    /**
     * The same for writing while a robot runs: a thread of its own moves what was written from the log into the file, so
     * that no commit has to.
     */
    public static RecordingWriter createLive(Path path) {
        return create(path, true);
    }

    private static RecordingWriter create(Path path, boolean live) {
        createFile(path);
        try {
            return open(path, live);
        } catch (SQLException e) {
            RecordingException failure =
                    new RecordingException(path + " cannot be written: " + SqliteErrors.reason(e), e);
            delete(path, failure);
            throw failure;
        }
    }

    private static RecordingWriter open(Path path, boolean live) throws SQLException {
        Connection connection = connect(path, live);
        try {
            RecordingWriter writer = new RecordingWriter(path, connection, live);
            writer.createTables();
            return writer;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void createTables() {
        try {
            begin();
            execute(Schema.CREATE_STREAMS);
            execute(Schema.CREATE_STREAM_NOTES);
            execute(Schema.CREATE_RUN);
            execute(Schema.CREATE_LOSSES);
            execute(Schema.CREATE_CARRIED);
            execute(Schema.CREATE_TOTALS);
            commit();
        } catch (RuntimeException e) {
            closeCheckpointer();
            throw e;
        }
    }

    /** The file is empty and of no use; its name shall be free for another try. */
    private static void delete(Path path, RecordingException failure) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static void createFile(Path path) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            throw new RecordingException(e.getFile() + " exists already; a recording is never overwritten", e);
        } catch (IOException e) {
            throw new RecordingException(path + " cannot be made: " + e, e);
        }
    }

    private static Connection connect(Path path, boolean live) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path, config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size=" + PAGE_SIZE);
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=NORMAL");
            statement.execute("PRAGMA cache_size=-" + CACHE_KIBIBYTES);
            if (live) {
                statement.execute("PRAGMA wal_autocheckpoint=0");
            }
        }
        return connection;
    }

    public Path path() {
        return path;
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
        begin();
        RecordingStream stream = new RecordingStream(this, known == null ? newTable(spec) : known.table(), spec);
        write(() -> StreamRegistration.write(connection, stream.table(), spec));
        streams.put(spec.name(), stream);
        StreamEnd end = earlier.get(spec.name());
        if (end != null) {
            stream.resume(end);
            write(() -> RunTables.writeCarried(connection, stream.table(), end.latched()));
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
        return pragma("page_count") * PAGE_SIZE;
    }

    /** How large the log is beside the file. */
    public long logSize() {
        try {
            return Files.size(path.resolveSibling(path.getFileName() + "-wal"));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new RecordingException(path + " cannot be written: " + e, e);
        }
    }

    /** Empties the log between two transactions, unless someone reads from it. */
    public void truncateLog() {
        pragma("wal_checkpoint(TRUNCATE)");
    }

    private long pragma(String name) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            if (SqliteErrors.isBusy(e)) {
                return 0;
            }
            throw failed(e);
        }
    }

    /** Notes what runs. */
    public void run(RunInfo run) {
        begin();
        write(() -> RunTables.write(connection, run));
    }

    /** Notes a span of lost messages and gives a number by which it can be written again. */
    public long loss(Loss loss) {
        long id = ++losses;
        loss(id, loss);
        return id;
    }

    /** Writes a span of lost messages again after it has grown. */
    public void loss(long id, Loss loss) {
        begin();
        String table = tableOf(loss.stream());
        write(() -> RunTables.write(
                connection, id, new Loss(table, loss.fromNanos(), loss.toNanos(), loss.count(), loss.reason())));
    }

    /** Notes spans that an edit took out. */
    public void gaps(List<Gap> gaps) {
        begin();
        write(() -> GapTable.write(connection, gaps, this::tableOf));
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
        if (inTransaction) {
            return true;
        }
        turn.acquireUninterruptibly();
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            inTransaction = true;
            return true;
        } catch (SQLException e) {
            if (SqliteErrors.isBusy(e)) {
                return false;
            }
            throw failed(e);
        } finally {
            if (!inTransaction) {
                turn.release();
            }
        }
    }

    private void endTransaction() {
        inTransaction = false;
        turn.release();
    }

    void begin() {
        for (int i = 0; !tryBegin(); i++) {
            if (i >= BUSY_TRIES) {
                throw new RecordingException(path + " cannot be written: it is locked by another process");
            }
        }
    }

    /** Makes everything appended so far part of the file. */
    public void commit() {
        if (inTransaction) {
            written.forEach(RecordingStream::flush);
            write(() -> totals.write(connection));
            execute("COMMIT");
            endTransaction();
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
        if (inTransaction) {
            totals.rolledBack();
            written.forEach(RecordingStream::rolledBack);
            written.clear();
            streams.keySet().removeAll(fresh);
            fresh.clear();
            failed = false;
            try {
                rollbackDatabase();
            } finally {
                endTransaction();
            }
        }
    }

    /** After an error of the disk SQLite has rolled back already, and says so. */
    private void rollbackDatabase() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw failed(e);
            }
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
            if (failed) {
                rollback();
            } else {
                commit();
                indexReception();
            }
        } finally {
            closeCheckpointer();
            closeConnection();
        }
    }

    private void closeCheckpointer() {
        if (inTransaction) {
            endTransaction();
        }
        checkpointer.ifPresent(Checkpointer::close);
    }

    /**
     * Kept up row by row this index would be a quarter of the work of small messages. A live recording of very many
     * messages goes without, so that closing it takes no longer than a second or two.
     */
    private void indexReception() {
        long limit = checkpointer.isPresent() ? MOST_ROWS_INDEXED_AT_THE_END : Long.MAX_VALUE;
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

    private void closeConnection() {
        @Nullable SQLException failure = null;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            failure = SqliteErrors.isBusy(e) || SqliteErrors.isFull(e) ? null : e;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            failure = e;
        }
        if (failure != null) {
            throw failed(failure);
        }
    }

    TotalsWriter totals() {
        return totals;
    }

    Connection connection() {
        return connection;
    }

    private void execute(String sql) {
        write(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    void write(SqlUpdate update) {
        try {
            update.run();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private RecordingException failed(SQLException cause) {
        failed = true;
        String message = path + " cannot be written: " + SqliteErrors.reason(cause);
        return SqliteErrors.isFull(cause)
                ? new DiskFullException(message, cause)
                : new RecordingException(message, cause);
    }

    /** Something that writes to the database. */
    interface SqlUpdate {
        void run() throws SQLException;
    }
}
