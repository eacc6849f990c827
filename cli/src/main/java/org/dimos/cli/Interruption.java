package org.dimos.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The user's wish to stop: Ctrl-C or a termination signal. While one of these is open the process does not end before
 * {@link #close} was called, so that there is time to stop in order; the JVM then exits with the code of the signal.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CompletableFuture<Void> requested = new CompletableFuture<>();
    private final CountDownLatch handled = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "dimos-stop");

    private Interruption() {}

    static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Completes when the user wants to stop. */
    CompletionStage<Void> requested() {
        return requested.minimalCompletionStage();
    }

    boolean isRequested() {
        return requested.isDone();
    }

    private void stop() {
        requested.complete(null);
        try {
            handled.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        handled.countDown();
        if (!requested.isDone()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the signal came just now: the process ends anyway
            }
        }
    }
}
