package org.dimos.cli;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dimos.record.Observation;
import org.dimos.record.query.LiveBuffer;
import org.dimos.record.query.Query;

/** Writes what a growing recording gets until the user has seen enough. */
final class QueryFollower {
    private static final Duration POLL = Duration.ofMillis(100);

    private QueryFollower() {}

    static void follow(Query<Object> query, QueryOutput output) {
        try (Interruption interruption = Interruption.listen()) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            Flowable<Observation<Object>> flow = query.live(LiveBuffer.all(), POLL, Schedulers.single())
                    .takeWhile(next -> output.write(next) && output.isRead());
            Disposable subscription = flow.subscribe(next -> {}, end::completeExceptionally, () -> end.complete(null));
            try {
                CompletableFuture.anyOf(end, interruption.requested().toCompletableFuture())
                        .join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            } finally {
                subscription.dispose();
            }
        }
    }
}
