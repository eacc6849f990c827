package org.dimos.record.imports.rosbag2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dimos.record.RecordingException;

/**
 * The files of a bag that is a folder, in order: those that {@code metadata.yaml} names, or all of them where a recorder was
 * interrupted before it wrote that.
 */
record BagFolder(List<Path> files) {
    private static final String LIST = "relative_file_paths:";
    private static final int MOST_METADATA = 16 << 20;

    static BagFolder open(Path folder) {
        Path metadata = folder.resolve("metadata.yaml");
        try {
            return Files.isRegularFile(metadata) ? fromMetadata(folder, metadata) : fromListing(folder);
        } catch (IOException | UncheckedIOException e) {
            throw new RecordingException("'" + folder + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads the few lines that matter; what rosbag2 writes is always one value per line. */
    private static BagFolder fromMetadata(Path folder, Path metadata) throws IOException {
        if (Files.size(metadata) > MOST_METADATA) {
            throw new RecordingException("'" + metadata + "' is longer than " + MOST_METADATA + " bytes");
        }
        List<Path> files = new ArrayList<>();
        boolean listing = false;
        for (String line : Files.readAllLines(metadata)) {
            String text = line.strip();
            if (listing && text.startsWith("- ")) {
                files.add(folder.resolve(fileName(text.substring(2), metadata)));
            } else {
                listing = text.equals(LIST);
                refuseOtherStorage(folder, text);
            }
        }
        return new BagFolder(List.copyOf(files));
    }

    /** The name alone: older bags put their folder in front, and nothing outside the folder is ever opened. */
    private static String fileName(String entry, Path metadata) {
        String path = entry.strip().replace("\"", "").replace("'", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0) {
            throw new RecordingException(
                    "'" + metadata + "' names a file '" + entry + "', which is no file of this bag");
        }
        return name;
    }

    private static void refuseOtherStorage(Path folder, String line) {
        if (line.startsWith("storage_identifier:") && !line.contains("sqlite3")) {
            throw new RecordingException("'" + folder + "' is a ROS 2 bag with the storage '"
                    + line.substring(line.indexOf(':') + 1).strip() + "'; only sqlite3 can be imported");
        }
        if (line.startsWith("compression_mode:")
                && line.toUpperCase(Locale.ROOT).contains("MESSAGE")) {
            throw Zstd.refusal(folder, "holds messages that are compressed one by one");
        }
    }

    private static BagFolder fromListing(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, "*.db3")) {
            listing.forEach(files::add);
        }
        files.sort(
                Comparator.comparingInt((Path file) -> file.toString().length()).thenComparing(Path::toString));
        return new BagFolder(List.copyOf(files));
    }
}
