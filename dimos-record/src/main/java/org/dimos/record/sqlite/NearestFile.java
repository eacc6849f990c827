package org.dimos.record.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the file someone may have meant. */
final class NearestFile {
    private static final int MAX_FILES = 10_000;

    private NearestFile() {}

    /** « (did you mean run.db?)» or nothing. */
    static String hint(Path missing) {
        return find(missing).map(name -> " (did you mean " + name + "?)").orElse("");
    }

    private static Optional<String> find(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String wanted = String.valueOf(missing.getFileName());
        int limit = Math.max(2, wanted.length() / 3);
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MAX_FILES)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith("-wal") && !name.endsWith("-shm"))
                    .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
                    .filter(name -> Words.distance(name, wanted) <= limit)
                    .min(Comparator.comparingInt(name -> Words.distance(name, wanted)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
