package org.dimos.record;

import java.nio.file.Path;
import org.dimos.record.sqlite.RecordingFile;

/**
 * One file.
 *
 * @param path where it is
 */
public record FileSource(Path path) implements RecordingSource {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public RecordingReader open() {
        return RecordingFile.open(path);
    }
}
