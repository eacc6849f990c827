package org.dimos.record.imports;

/** Is told from time to time how far an import has come, on the thread that imports. */
@FunctionalInterface
public interface ImportListener {

    /**
     * Something was imported.
     *
     * @param position how much of the source was read
     * @param size the whole of it, in the same unit
     * @param messages how many messages that were
     */
    void progress(long position, long size, long messages);

    /** One that does not care. */
    static ImportListener none() {
        return (position, size, messages) -> {};
    }
}
