package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.dimos.record.RecordingException;

/** A file that is looked at for damage. It is not changed. */
public final class FileExamination implements AutoCloseable {
    private static final int MOST_FAULTS = 100;

    private final Path path;
    private final Connection connection;

    private FileExamination(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    public static FileExamination open(Path path) {
        return new FileExamination(path, ReadOnlyDatabase.openDamaged(path));
    }

    /**
     * What SQLite finds wrong with its own pages, nothing if all is well.
     *
     * @param quick whether indexes are left out
     */
    public List<String> structure(boolean quick) {
        List<String> traps = FileSchema.ofDamaged(connection).traps();
        if (!traps.isEmpty()) {
            return List.of(
                    "'" + Words.shown(traps.get(0))
                            + "' is made as no recorder makes it, and might keep SQLite busy without end; the pages are not checked");
        }
        List<String> faults = new ArrayList<>();
        String check = (quick ? "PRAGMA quick_check(" : "PRAGMA integrity_check(") + MOST_FAULTS + ")";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(check)) {
            while (row.next()) {
                String line = String.valueOf(row.getString(1));
                if (!line.equals("ok")) {
                    line.lines()
                            .filter(each -> !each.startsWith("***"))
                            .map(Words::shown)
                            .forEach(faults::add);
                }
            }
        } catch (SQLException e) {
            faults.add(SqliteErrors.reason(e));
        }
        return faults;
    }

    /**
     * Looks at every stream that can be found.
     *
     * @param decode whether each payload is decoded
     * @param onRow is told of each message
     */
    public List<StreamHealth> streams(boolean decode, LongConsumer onRow) {
        List<StreamHealth> streams = new ArrayList<>();
        for (RawStream stream : TolerantRegistry.read(connection)) {
            try {
                streams.add(StreamExamination.of(connection, stream.entry(), decode, onRow));
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
        return streams;
    }

    private RecordingException unreadable(SQLException e) {
        return new RecordingException(path + " cannot be read: " + SqliteErrors.reason(e), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
