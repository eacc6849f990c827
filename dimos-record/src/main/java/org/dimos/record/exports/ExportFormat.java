package org.dimos.record.exports;

import java.nio.file.Path;
import java.util.List;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;

/** A file format that a recording can be exported to. Listed in {@link ExportFormats}. */
public interface ExportFormat {

    /** The word by which a user asks for it, such as {@code mcap}. */
    String id();

    /** What the names of such files end with, such as {@code .mcap}; the first is the usual one. */
    List<String> extensions();

    /** The compressions it has, by name, the usual one first. */
    List<String> compressions();

    /**
     * Begins a file.
     *
     * @param recording what will be written, for what the format says about the whole
     * @param file does not exist yet
     * @param compression one of {@link #compressions()}
     * @throws RecordingException if the file cannot be written
     */
    ExportWriter create(Recording recording, Path file, String compression);
}
