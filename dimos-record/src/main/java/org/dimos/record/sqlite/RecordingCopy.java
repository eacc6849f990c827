package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.RecordingException;
import org.dimos.record.RunInfo;
import org.sqlite.SQLiteConfig;

/**
 * A new file made of rows of others, byte for byte, without decoding them. It is of use when {@link #finish} has come
 * back; until then it has no journal, so what a crash leaves is to be thrown away. For one thread.
 */
public final class RecordingCopy implements AutoCloseable {
    private static final int PAGE_SIZE = 16384;

    private final Path path;
    private final Connection connection;
    private final Map<String, String> tables = new HashMap<>();
    private final TotalsWriter totals = new TotalsWriter();

    private RecordingCopy(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /**
     * Begins a file that does not exist.
     *
     * @throws RecordingException if it cannot be made
     */
    public static RecordingCopy create(Path path) {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        RecordingCopy copy;
        try {
            copy = new RecordingCopy(path, DriverManager.getConnection("jdbc:sqlite:" + path, config.toProperties()));
        } catch (SQLException e) {
            throw new RecordingException(path + " cannot be made: " + SqliteErrors.reason(e), e);
        }
        try {
            copy.begin();
            return copy;
        } catch (RecordingException e) {
            copy.close();
            throw e;
        }
    }

    private void begin() {
        write(() -> {
            execute("PRAGMA page_size=" + PAGE_SIZE);
            execute("PRAGMA journal_mode=OFF");
            execute("PRAGMA synchronous=OFF");
            execute("BEGIN");
            execute(Schema.CREATE_STREAMS);
            execute(Schema.CREATE_STREAM_NOTES);
            execute(Schema.CREATE_RUN);
            execute(Schema.CREATE_LOSSES);
            execute(Schema.CREATE_TOTALS);
        });
    }

    /**
     * Copies the rows of a stream.
     *
     * @param source where they come from
     * @param stream its name there
     * @param plan what becomes of it
     * @param onRow called after each row with the number of rows so far
     * @throws RecordingException if the rows cannot be read or written
     */
    public void stream(RawRecording source, String stream, CopyPlan plan, LongConsumer onRow) {
        RawStream raw = source.stream(stream);
        String table = tableFor(raw, plan.name(), Set.copyOf(plan.keptTables()));
        write(() -> {
            try (CopiedStream copied =
                    begin(plan.name(), table, raw.config(), NotesOfCopy.of(raw, table, plan), raw.tags())) {
                long[] rows = {0};
                source.rows(raw, plan.rows(), row -> {
                    write(() -> copied.append(row));
                    onRow.accept(++rows[0]);
                });
                copied.finish();
            }
        });
    }

    private String tableFor(RawStream raw, String name, Set<String> kept) {
        if (name.equals(raw.entry().name())) {
            return raw.entry().table();
        }
        StreamNames.check(name);
        Set<String> used = new HashSet<>(kept);
        used.addAll(tables.values());
        return StreamNames.tableName(name, used);
    }

    /** Registers a stream, which is to be filled and finished before the next. */
    CopiedStream begin(
            String name, String table, String config, Optional<StreamEntry.JavaNotes> notes, List<String> tags)
            throws SQLException {
        tables.put(name, table);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + Schema.STREAMS + " (name, config) VALUES (?, ?)")) {
            insert.setString(1, table);
            insert.setString(2, config);
            insert.executeUpdate();
        }
        if (notes.isPresent()) {
            NotesTable.write(connection, table, notes.get());
        }
        return new CopiedStream(connection, table, tags, totals.start(table));
    }

    /** Notes what ran. */
    public void run(RunInfo run) {
        write(() -> RunTables.write(connection, run));
    }

    /** Notes what was lost, of streams that are copied already. */
    public void losses(List<Loss> losses) {
        for (int i = 0; i < losses.size(); i++) {
            Loss loss = losses.get(i);
            long id = i + 1L;
            Loss stored =
                    new Loss(tableOf(loss.stream()), loss.fromNanos(), loss.toNanos(), loss.count(), loss.reason());
            write(() -> RunTables.write(connection, id, stored));
        }
    }

    /** Notes what edits took out, of streams that are copied already. */
    public void gaps(List<Gap> gaps) {
        write(() -> GapTable.write(connection, gaps, this::tableOf));
    }

    private String tableOf(String stream) {
        return tables.getOrDefault(stream, stream);
    }

    /** Makes the file whole. It is not synchronised with the disk yet. */
    public void finish() {
        write(() -> {
            totals.write(connection);
            execute("COMMIT");
            execute("PRAGMA journal_mode=WAL");
        });
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void write(SqlUpdate update) {
        try {
            update.run();
        } catch (SQLException e) {
            throw new RecordingException(path + " cannot be written: " + SqliteErrors.reason(e), e);
        }
    }

    @Override
    public void close() {
        write(connection::close);
    }
}
