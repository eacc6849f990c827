package org.dimos.record;

/** A recording that cannot be read or written as asked: its message is one sentence for the user. */
public class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RecordingException(String message) {
        super(message);
    }

    public RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
