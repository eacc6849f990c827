package org.dimos.record.imports.rosbag2;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagMessage;
import org.dimos.record.imports.BagReader;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Reads the files of a bag one after the other, each in the order in which its messages arrived. */
final class Rosbag2Reader implements BagReader {
    private final Path source;
    private final Iterator<Path> files;
    private final long size;
    private @Nullable BagDatabase database;
    private long position;

    Rosbag2Reader(Path source, List<Path> files) {
        this.source = source;
        this.files = files.iterator();
        this.size = files.stream().mapToLong(this::count).sum();
    }

    private long count(Path file) {
        try (BagDatabase opened = new BagDatabase(file)) {
            return opened.count();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<BagMessage> next() {
        try {
            while (database != null || files.hasNext()) {
                BagDatabase current = current();
                if (current.advance()) {
                    position++;
                    return Optional.of(current.message());
                }
                close();
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private BagDatabase current() throws SQLException {
        BagDatabase current = database;
        if (current == null) {
            current = new BagDatabase(files.next());
            database = current;
        }
        return current;
    }

    private RecordingException unreadable(SQLException e) {
        String reason =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode().message : String.valueOf(e.getMessage());
        return new RecordingException("'" + source + "' cannot be read as a ROS 2 bag: " + reason, e);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() {
        BagDatabase open = database;
        database = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
