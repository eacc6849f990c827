package org.dimos.record.names;

/** Is told how far a long copy is. */
public interface TransferListener {

    /** So many bytes of so many are done. */
    void progress(long done, long total);

    /** One that does not care. */
    static TransferListener none() {
        return (done, total) -> {};
    }
}
