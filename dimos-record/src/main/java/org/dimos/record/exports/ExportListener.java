package org.dimos.record.exports;

/** Is told from time to time how far an export has come, on the thread that exports. */
@FunctionalInterface
public interface ExportListener {

    /**
     * Something was exported.
     *
     * @param messages how many messages were written
     * @param expected about how many there are in all
     */
    void progress(long messages, long expected);

    /** One that does not care. */
    static ExportListener none() {
        return (messages, expected) -> {};
    }
}
