package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.dimos.record.RecordingException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The sole right to a file as long as this is open: nobody has it open as a database, and nobody can. What a crash left in
 * its log is moved into the file first, so that the file alone is the whole recording.
 */
public final class FileClaim implements AutoCloseable {
    private static final int BUSY_MILLIS = 200;

    private final Path path;
    private final Connection connection;

    private FileClaim(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /**
     * Takes the file.
     *
     * @throws RecordingException if someone else has it open, or it cannot be written to
     */
    public static FileClaim take(Path path) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        try {
            FileClaim claim =
                    new FileClaim(path, DriverManager.getConnection("jdbc:sqlite:" + path, config.toProperties()));
            try {
                claim.lock();
                return claim;
            } catch (SQLException e) {
                claim.connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteErrors.isBusy(e)
                    ? new RecordingException(
                            path + " is in use: it is being written, or another program has it open; wait until it is"
                                    + " closed or save under another name",
                            e)
                    : new RecordingException(path + " cannot be replaced: " + SqliteErrors.reason(e), e);
        }
    }

    private void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("COMMIT");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new RecordingException(path + " cannot be closed: " + SqliteErrors.reason(e), e);
        }
    }
}
