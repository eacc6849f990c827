package org.dimos.record.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dimos.record.RecordingException;

/**
 * The small text that stands for a large file in a repository with git LFS as long as the file was not fetched.
 *
 * @param path where it stands
 */
record LfsPointer(Path path) {
    private static final String FIRST_LINE = "version https://git-lfs.github.com/spec/v1";
    private static final int LARGEST = 1024;

    /** Whether a file is one, by its size and first line. */
    static boolean isPointer(Path file) {
        try {
            return Files.size(file) <= LARGEST
                    && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).startsWith(FIRST_LINE);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Has git LFS fetch the file.
     *
     * @throws RecordingException saying what to install or to run, if that does not work
     */
    void fetch() {
        if (!succeeds("lfs", "version")) {
            throw new RecordingException(
                    path + " was not fetched yet, and git lfs is not installed; install git-lfs, then"
                            + " run: git lfs pull --include " + path);
        }
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (folder == null
                || !succeeds("-C", folder.toString(), "lfs", "pull", "--include", includePattern(folder))
                || isPointer(path)) {
            throw new RecordingException(
                    path + " could not be fetched; run: git lfs pull --include " + path + " to see why");
        }
    }

    /** The path from the root of the repository, which is what git LFS compares with. */
    private String includePattern(Path folder) {
        Path root = folder;
        while (root.getParent() != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        return root.relativize(path.toAbsolutePath().normalize()).toString();
    }

    private static boolean succeeds(String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            return git.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
