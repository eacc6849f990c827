package org.dimos.record.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import org.dimos.record.RecordingException;
import org.sqlite.SQLiteConfig;

/**
 * Opens a SQLite file so that nothing in its folder changes, whichever of its two side files are there: none after a
 * clean close, both while someone writes or after a crash, the log alone in a careless copy.
 */
final class ReadOnlyDatabase {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;

    /** The longest text or payload that is read, in bytes: it is in memory more than once while it is decoded. */
    private static final long LONGEST_VALUE =
            Math.min(1L << 30, Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 8));

    private ReadOnlyDatabase() {}

    static Connection open(Path file) {
        check(file);
        try {
            return connect(file);
        } catch (SQLException e) {
            throw new RecordingException(file + " cannot be opened: " + SqliteErrors.reason(e), e);
        }
    }

    /** Opens a file that may be damaged: cut off, or with a schema of which parts are no SQL. */
    static Connection openDamaged(Path file) {
        if (!Files.isRegularFile(file)) {
            check(file);
        }
        try {
            Connection connection = connect(file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA writable_schema=ON");
            }
            return connection;
        } catch (SQLException e) {
            throw new RecordingException(file + " cannot be opened: " + SqliteErrors.reason(e), e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Long.toString(LONGEST_VALUE));
        boolean log = hasContent(sideFile(file, "-wal"));
        boolean index = Files.exists(sideFile(file, "-shm"));
        String mode;
        if (Files.exists(sideFile(file, "-wal")) && index) {
            mode = "?mode=ro&readonly_shm=1";
        } else if (log) {
            mode = "?mode=ro&vfs=" + unlockedFileSystem();
            config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        } else {
            mode = "?immutable=1";
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + uri(file) + mode, config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema=OFF");
            statement.execute("PRAGMA cell_size_check=ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String uri(Path file) {
        return file.toAbsolutePath().toUri().toString().replaceFirst("^file:/+", "file:/");
    }

    private static String unlockedFileSystem() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows")
                ? "win32-none"
                : "unix-none";
    }

    private static Path sideFile(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static boolean hasContent(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Looks at the file itself for what SQLite has no good words for. Not while it has a log, for it may be written in this
     * process then: to close a file takes all locks off it that the process has (POSIX), those of SQLite included.
     */
    private static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw new RecordingException(file + " is a folder, not a recording");
        }
        if (!Files.exists(file)) {
            throw new RecordingException("there is no file " + file + NearestFile.hint(file));
        }
        if (!Files.exists(sideFile(file, "-wal"))) {
            checkHeader(file);
        }
    }

    private static void checkHeader(Path file) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        long size;
        try (FileChannel channel = FileChannel.open(file)) {
            size = channel.size();
            int read = 0;
            while (header.hasRemaining() && read >= 0) {
                read = channel.read(header);
            }
        } catch (IOException e) {
            throw new RecordingException(file + " cannot be read: " + e.getMessage(), e);
        }
        if (header.hasRemaining() || !Arrays.equals(header.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new RecordingException(file + " is no recording: it is not a SQLite database");
        }
        checkSize(file, header, size);
    }

    private static void checkSize(Path file, ByteBuffer header, long size) {
        int rawPageSize = Short.toUnsignedInt(header.getShort(16));
        long pageSize = rawPageSize == 1 ? 65536 : rawPageSize;
        long pages = Integer.toUnsignedLong(header.getInt(28));
        boolean pagesAreKnown = header.getInt(24) == header.getInt(92);
        if (pagesAreKnown && pages * pageSize > size) {
            throw new RecordingException(
                    file + " is cut off: it should have " + pages * pageSize + " bytes and has " + size);
        }
    }
}
