package org.dimos.record.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.dimos.record.RecordingException;
import org.sqlite.SQLiteConfig;

/** Makes the file of a new recording, and connections to it. */
final class NewDatabase {
    static final int PAGE_SIZE = 8192;
    /** Room for the pages of one transaction: those that find none would be written twice. */
    private static final int CACHE_KIBIBYTES = 32 << 10;

    private static final int BUSY_MILLIS = 100;

    private NewDatabase() {}

    /** Makes an empty file, and its folder if need be. */
    static void makeFile(Path path) {
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

    /** The file is empty and of no use; its name shall be free for another try. */
    static void delete(Path path, RecordingException failure) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Connects to the file.
     *
     * @param live whether someone else moves what was written from the log into the file
     */
    static Connection connect(Path path, boolean live) throws SQLException {
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
}
