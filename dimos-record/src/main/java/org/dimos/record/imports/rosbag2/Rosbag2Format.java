package org.dimos.record.imports.rosbag2;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagFormat;
import org.dimos.record.imports.BagReader;

/**
 * Bags of ROS 2 with the storage {@code sqlite3}, a file or a folder. Layout: <a
 * href="https://github.com/ros2/rosbag2">rosbag2_storage_sqlite3</a>. Compressed bags are refused by name.
 */
public final class Rosbag2Format implements BagFormat {
    private static final String SQLITE = "SQLite format 3\0";

    @Override
    public String name() {
        return "ROS 2 bag (SQLite, a .db3 file or a folder with metadata.yaml)";
    }

    @Override
    public boolean matches(Path source, Bytes start) {
        if (Files.isDirectory(source)) {
            return !BagFolder.open(source).files().isEmpty();
        }
        return Zstd.isFrame(start) || new String(start.toArray(), StandardCharsets.ISO_8859_1).startsWith(SQLITE);
    }

    @Override
    public BagReader open(Path source) {
        List<Path> files = Files.isDirectory(source) ? BagFolder.open(source).files() : List.of(source);
        files.forEach(Rosbag2Format::check);
        return new Rosbag2Reader(source, files);
    }

    private static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RecordingException("the file '" + file + "', which metadata.yaml names, is missing");
        }
        if (Zstd.isFrame(file)) {
            throw Zstd.refusal(file, "is compressed with zstd as a whole");
        }
    }
}
