package org.dimos.record.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.dimos.record.DiskFullException;
import org.dimos.record.RecordingException;
import org.jspecify.annotations.Nullable;

/**
 * The database of a new recording and its one transaction, whatever is written in it. Every method throws {@link
 * RecordingException} where the file cannot be written. For one thread at a time.
 */
final class WrittenDatabase implements AutoCloseable {
    private static final int BUSY_TRIES = 100;

    private final Path path;
    private final Connection connection;
    private final Optional<Checkpointer> checkpointer;
    /** Held during a transaction. */
    private final Semaphore turn = new Semaphore(1, true);

    private boolean inTransaction;
    private boolean failed;

    private WrittenDatabase(Path path, Connection connection, boolean live) throws SQLException {
        this.path = path;
        this.connection = connection;
        this.checkpointer =
                live ? Optional.of(Checkpointer.start(path, NewDatabase.connect(path, true), turn)) : Optional.empty();
    }

    /**
     * Makes the file.
     *
     * @param live whether a thread of its own moves what was written from the log into the file
     * @param tables the statements that make what the file holds from the beginning
     */
    static WrittenDatabase create(Path path, boolean live, List<String> tables) {
        NewDatabase.makeFile(path);
        try {
            return open(path, live, tables);
        } catch (SQLException e) {
            RecordingException failure =
                    new RecordingException(path + " cannot be written: " + SqliteErrors.reason(e), e);
            NewDatabase.delete(path, failure);
            throw failure;
        }
    }

    private static WrittenDatabase open(Path path, boolean live, List<String> tables) throws SQLException {
        Connection connection = NewDatabase.connect(path, live);
        try {
            WrittenDatabase database = new WrittenDatabase(path, connection, live);
            database.make(tables);
            return database;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void make(List<String> tables) {
        try {
            begin();
            tables.forEach(this::execute);
            commit();
        } catch (RuntimeException e) {
            closeCheckpointer();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    boolean isLive() {
        return checkpointer.isPresent();
    }

    Connection connection() {
        return connection;
    }

    /** Begins the transaction if there is none; false if another process has the file locked for a tenth of a second. */
    boolean tryBegin() {
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

    void begin() {
        for (int i = 0; !tryBegin(); i++) {
            if (i >= BUSY_TRIES) {
                throw new RecordingException(path + " cannot be written: it is locked by another process");
            }
        }
    }

    boolean inTransaction() {
        return inTransaction;
    }

    /** Whether writing has failed since the last transaction was taken back. */
    boolean hasFailed() {
        return failed;
    }

    void commit() {
        execute("COMMIT");
        endTransaction();
    }

    /** Takes the transaction back, and forgets that writing has failed. */
    void rollback() {
        failed = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // After an error of the disk SQLite has rolled back already, and says so.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw failed(e);
            }
        } finally {
            endTransaction();
        }
    }

    private void endTransaction() {
        inTransaction = false;
        turn.release();
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

    /** How large the file is once its log is empty. */
    long size() {
        return pragma("page_count") * NewDatabase.PAGE_SIZE;
    }

    /** How large the log is beside the file. */
    long logSize() {
        try {
            return Files.size(path.resolveSibling(path.getFileName() + "-wal"));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new RecordingException(path + " cannot be written: " + e, e);
        }
    }

    /** Empties the log, unless someone reads from it. */
    void truncateLog() {
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

    /** Nothing but the file itself stays in the folder, unless someone else has it open. */
    @Override
    public void close() {
        closeCheckpointer();
        closeConnection();
    }

    private void closeCheckpointer() {
        if (inTransaction) {
            endTransaction();
        }
        checkpointer.ifPresent(Checkpointer::close);
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
}
