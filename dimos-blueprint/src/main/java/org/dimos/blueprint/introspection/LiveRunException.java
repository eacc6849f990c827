package org.dimos.blueprint.introspection;

import java.io.Serial;

/** A run that is going on could not be asked, or did not do what it was asked for. */
public final class LiveRunException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public LiveRunException(String message) {
        super(message);
    }

    public LiveRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
