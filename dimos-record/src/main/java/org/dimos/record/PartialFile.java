package org.dimos.record;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that appears under its name only when it is whole. Until then it grows in a hidden folder beside its place. */
public final class PartialFile implements AutoCloseable {
    private final Path target;
    private final Path folder;

    /** @throws RecordingException if the target exists, or nothing can be written where it should be */
    public PartialFile(Path target) {
        this.target = target.toAbsolutePath();
        if (Files.exists(target)) {
            throw exists();
        }
        try {
            Path parent = Files.createDirectories(this.target.resolveSibling("."));
            this.folder = Files.createTempDirectory(parent.normalize(), ".partial-");
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The file to write. */
    public Path path() {
        return folder.resolve("whole");
    }

    /**
     * Puts the file, which nobody writes any more, in its place.
     *
     * @throws RecordingException if somebody else has put one there meanwhile
     */
    public void finish() {
        try {
            Files.move(path(), target);
        } catch (FileAlreadyExistsException e) {
            throw exists();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Removes what is left. */
    @Override
    public void close() {
        try (DirectoryStream<Path> rest = Files.newDirectoryStream(folder)) {
            for (Path file : rest) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RecordingException exists() {
        return new RecordingException("'" + target + "' exists already and is not overwritten; name another file");
    }

    private RecordingException failed(IOException e) {
        return new RecordingException("'" + target + "' cannot be written: " + e, e);
    }
}
