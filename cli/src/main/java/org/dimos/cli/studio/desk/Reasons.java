package org.dimos.cli.studio.desk;

import java.util.concurrent.CompletionException;

/** What a person is told of a failure. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
    }
}
