package org.dimos.blueprint.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what a replay gives, which is gone with all that is in it when it is closed. */
public final class OutputFolder implements AutoCloseable {
    private final Path path;

    private OutputFolder(Path path) {
        this.path = path;
    }

    /** A new folder. */
    public static OutputFolder make() {
        try {
            return new OutputFolder(Files.createTempDirectory("dimos-verify"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for temporary files could be made", e);
        }
    }

    /** A file in it that is not there yet. */
    public Path file(String name) {
        return path.resolve(name + ".db");
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(path)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be removed", e);
        }
    }
}
