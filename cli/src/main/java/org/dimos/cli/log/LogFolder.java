package org.dimos.cli.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The logs of runs: {@code ID.log}, and what was before in {@code ID.log.1}.
 *
 * @param path the folder, which need not be there
 */
public record LogFolder(Path path) {
    private static final String SUFFIX = ".log";
    private static final int MOST = 30;

    /** The log of a run. */
    static Path file(Path folder, String id) {
        return folder.resolve(id + SUFFIX);
    }

    /** The log of a run, which need not be there. */
    public Path file(String id) {
        return file(path, id);
    }

    /** The runs that have a log, the one that was written to last first. */
    public List<String> runs() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, "*" + SUFFIX)) {
            found.forEach(files::add);
        } catch (IOException e) {
            return List.of();
        }
        return files.stream()
                .sorted(Comparator.comparing(LogFolder::modified).reversed())
                .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.log$", ""))
                .toList();
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** Removes the oldest logs, so that one more can come. */
    void makeRoom() throws IOException {
        for (String run : runs().stream().skip(MOST - 1).toList()) {
            Files.deleteIfExists(file(run));
            Files.deleteIfExists(BoundedFile.before(file(run)));
        }
    }
}
