package org.dimos.record.rolling;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;

/**
 * All segments of a run as one recording, also while it grows: what is opened anew sees what was added.
 *
 * @param folder where the segments are
 */
public record RunSource(Path folder) implements RecordingSource {

    /** Whether a folder is that of a run. */
    public static boolean isRun(Path folder) {
        return Files.isDirectory(folder)
                && (Files.exists(folder.resolve(RunRecord.FILE))
                        || !RunFolder.segments(folder).isEmpty());
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public RecordingReader open() {
        return SegmentsReader.open(folder, false);
    }

    /**
     * The same with every segment held open, so that none of what is there now goes before it is read. Takes a file
     * handle for each.
     */
    public RecordingReader hold() {
        return SegmentsReader.open(folder, true);
    }
}
