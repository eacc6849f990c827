package org.dimos.record.imports.ros1;

/** The bytes end before the record does. */
final class TruncatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TruncatedException() {
        super("the data ends in the middle of a record", null, false, false);
    }
}
