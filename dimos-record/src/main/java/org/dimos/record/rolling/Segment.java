package org.dimos.record.rolling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dimos.record.RecordingException;

/**
 * One file of a run, with the side files of SQLite.
 *
 * @param path where it is
 * @param number its place in the run, from 1
 */
public record Segment(Path path, int number) {
    private static final Pattern NAME = Pattern.compile("([0-9]{6,9})\\.db");
    private static final List<String> SIDE_FILES = List.of("-wal", "-shm");
    private static final int BLOCK = 4096;

    static Segment of(Path run, int number) {
        return new Segment(run.resolve(String.format(Locale.ROOT, "%06d.db", number)), number);
    }

    /** The segment in a file of that name, if it is one. */
    static Optional<Segment> of(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new Segment(file, Integer.parseInt(name.group(1))))
                : Optional.empty();
    }

    /** How much of the disk it takes, side files included. */
    public long bytes() {
        return onDisk(path)
                + SIDE_FILES.stream().mapToLong(suffix -> onDisk(side(suffix))).sum();
    }

    /** The size of a file in whole blocks; 0 if it is not there. */
    static long onDisk(Path file) {
        try {
            return (Files.size(file) + BLOCK - 1) / BLOCK * BLOCK;
        } catch (IOException e) {
            return 0;
        }
    }

    /** When it was last written to; the epoch if it is gone. */
    public Instant modified() {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /**
     * Deletes it. Those who read it meanwhile may go on.
     *
     * @throws RecordingException if that is not possible
     */
    void delete() {
        try {
            Files.deleteIfExists(path);
            for (String suffix : SIDE_FILES) {
                Files.deleteIfExists(side(suffix));
            }
        } catch (IOException e) {
            throw new RecordingException(path + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private Path side(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }
}
