package org.dimos.record;

/** There is no room for more of the recording now; what was committed is safe, and writing can be tried again. */
public final class DiskFullException extends RecordingException {
    private static final long serialVersionUID = 1L;

    public DiskFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
