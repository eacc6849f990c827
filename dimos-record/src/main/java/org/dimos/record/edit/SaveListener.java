package org.dimos.record.edit;

/** Is told how saving gets on. An exception ends it and leaves everything as it was. */
public interface SaveListener {

    /** One that does not care. */
    SaveListener NONE = new SaveListener() {};

    /** Rows that were dealt with so far, of all. */
    default void progress(long rows, long ofRows) {}

    /** A stage is reached. */
    default void reached(SaveStage stage) {}
}
