package org.dimos.record;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dimos.record.sqlite.RecordingWriter;

/**
 * One new file.
 *
 * @param path where it is to be
 */
public record FileTarget(Path path) implements RecordingTarget {

    @Override
    public void check() {
        if (Files.exists(path)) {
            throw new RecordingException(path + " exists already; a recording is never overwritten");
        }
    }

    @Override
    public RecordingWriter open(RunInfo run) {
        RecordingWriter writer = RecordingWriter.createLive(path);
        writer.run(run);
        writer.commit();
        return writer;
    }
}
