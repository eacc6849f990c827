package org.dimos.record;

/**
 * Where a recording's rows come from: one file, the segments of a run, or either of them under a list of edits. A value
 * that holds nothing open.
 */
public interface RecordingSource {

    /** What errors and tables call it: the path of its file or folder. */
    String name();

    /** The last part of its name: enough for a person. */
    default String title() {
        return name().substring(name().lastIndexOf('/') + 1);
    }

    /**
     * Opens it for reading.
     *
     * @throws RecordingException if it is missing, unreadable or no recording
     */
    RecordingReader open();
}
