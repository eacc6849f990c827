package org.dimos.record.edit;

/**
 * How an edit is saved.
 *
 * @param keepOriginal whether a file that is replaced stays beside the new one
 * @param listener is told how it gets on
 */
public record SaveOptions(boolean keepOriginal, SaveListener listener) {

    /** Keeps the original and tells nobody. */
    public SaveOptions() {
        this(true, SaveListener.NONE);
    }
}
