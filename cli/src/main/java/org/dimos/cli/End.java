package org.dimos.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a command waits for while it looks at something now and then.
 *
 * @param reached completes with it
 */
record End(CompletableFuture<?> reached) {

    /** The first of several. */
    static End firstOf(CompletionStage<?>... ends) {
        CompletableFuture<?>[] all = new CompletableFuture<?>[ends.length];
        for (int i = 0; i < ends.length; i++) {
            all[i] = ends[i].toCompletableFuture();
        }
        return new End(CompletableFuture.anyOf(all));
    }

    /** The same of a list. */
    static End firstOf(Collection<? extends CompletionStage<?>> ends) {
        return firstOf(ends.toArray(CompletionStage<?>[]::new));
    }

    /**
     * Waits for it, for that long at most, and answers whether it has come. Being interrupted is one, too.
     *
     * @throws RuntimeException that with which it came, if it did
     */
    boolean comesWithin(Duration limit) {
        try {
            reached.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
