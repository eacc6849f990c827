package org.dimos.record.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.dimos.record.RecordingException;
import org.sqlite.SQLiteConfig;

/** Makes one file of a recording and the log beside it, so that the file can be copied as it is. */
public final class SettledFile {
    private static final int BUSY_MILLIS = 1000;

    private SettledFile() {}

    /**
     * Moves what is in the log into the file, if there is one.
     *
     * @throws RecordingException if someone else has the file open or it cannot be written
     */
    public static void of(Path file) {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        try {
            if (!Files.exists(log) || Files.size(log) == 0) {
                return;
            }
        } catch (IOException e) {
            throw new RecordingException(log + " cannot be read: " + e.getMessage(), e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            if (row.next() && row.getInt(1) != 0) {
                throw new RecordingException(file + " is in use by another process; try again when it is closed");
            }
        } catch (SQLException e) {
            throw new RecordingException(file + " cannot be written: " + SqliteErrors.reason(e), e);
        }
    }
}
