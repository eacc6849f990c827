package org.dimos.core.tf;

/** There is no transform between two frames at a time; the message says which frame or time is missing. */
public final class TransformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is none. */
    public enum Reason {
        /** No transform has named the frame yet. */
        UNKNOWN_FRAME,
        /** Both frames are known, but no chain of transforms leads from one to the other. */
        NOT_CONNECTED,
        /** The time is before what is known, or what was known then is forgotten. */
        TOO_EARLY,
        /** The time is after what is known so far: asking again later may help. */
        TOO_LATE
    }

    private final Reason reason;

    TransformException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
