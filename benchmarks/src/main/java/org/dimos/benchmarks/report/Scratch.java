package org.dimos.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder for the files of a measurement, gone afterwards unless it is to be kept.
 *
 * @param path where it is
 * @param keep whether it stays
 */
public record Scratch(Path path, boolean keep) implements AutoCloseable {

    /** A new folder inside the one given, or where temporary files are. */
    public static Scratch in(Optional<Path> parent, boolean keep) {
        try {
            if (parent.isPresent()) {
                Files.createDirectories(parent.get());
                return new Scratch(Files.createTempDirectory(parent.get(), "dimos-benchmark"), keep);
            }
            return new Scratch(Files.createTempDirectory("dimos-benchmark"), keep);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Deletes a recording and what is beside it. */
    public void delete(Path file) {
        try {
            for (String suffix : new String[] {"", "-wal", "-shm"}) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!keep) {
            deleteAll(path);
        }
    }

    /** Deletes a folder and everything in it. */
    public static void deleteAll(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
