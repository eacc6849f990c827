package org.dimos.cli.picture;

/** What was to be drawn is no picture that can be: the message says why. */
public final class PictureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PictureException(String message) {
        super(message);
    }

    PictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
