package org.dimos.blueprint;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How a graph ends. A module that fails after the end, while what is on its way is still handled, counts as well. */
final class Ending {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicReference<@Nullable ModuleException> late = new AtomicReference<>();

    /** Completes at the end, exceptionally if a module failed before. */
    CompletionStage<Void> stage() {
        return ended.minimalCompletionStage();
    }

    /** Nothing more will come. */
    void over() {
        ended.complete(null);
    }

    /** A module failed; the first one counts. */
    void failed(String module, Throwable error) {
        ModuleException failure = new ModuleException(module, "failed", error);
        if (!ended.completeExceptionally(failure) && !ended.isCompletedExceptionally()) {
            late.compareAndSet(null, failure);
        }
    }

    /** The failure that whoever waited for the end does not know about. */
    Optional<ModuleException> lateFailure() {
        return Optional.ofNullable(late.get());
    }
}
