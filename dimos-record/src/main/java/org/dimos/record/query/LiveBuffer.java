package org.dimos.record.query;

import io.reactivex.rxjava3.core.BackpressureOverflowStrategy;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import org.dimos.record.RecordingException;

/**
 * What a live query does when observations come faster than they are taken. The names are RxJava's.
 *
 * @param strategy what it does
 * @param capacity how many may wait where some do
 */
public record LiveBuffer(Strategy strategy, int capacity) {

    /** What is done with observations that have to wait. */
    public enum Strategy {
        /** All are given; those that wait stay in the file, so nothing piles up in memory. */
        BUFFER,
        /** So many may wait; then the oldest go. */
        DROP_OLDEST,
        /** Only the newest waits. */
        LATEST
    }

    public LiveBuffer {
        if (capacity < 1) {
            throw new RecordingException("a buffer for " + capacity + " observations: it must hold at least 1");
        }
    }

    /** Gives every observation. */
    public static LiveBuffer all() {
        return new LiveBuffer(Strategy.BUFFER, 1);
    }

    /** Drops the oldest of those that wait when there are more than {@code capacity}. */
    public static LiveBuffer dropOldest(int capacity) {
        return new LiveBuffer(Strategy.DROP_OLDEST, capacity);
    }

    /** Gives the newest there is whenever one is taken. */
    public static LiveBuffer latest() {
        return new LiveBuffer(Strategy.LATEST, 1);
    }

    /** Reading goes on while an observation is being worked on only where some may be dropped. */
    <E> Flowable<E> apply(Flowable<E> observations, Scheduler scheduler) {
        return switch (strategy) {
            case BUFFER -> observations;
            case DROP_OLDEST ->
                observations
                        .onBackpressureBuffer(capacity, () -> {}, BackpressureOverflowStrategy.DROP_OLDEST)
                        .observeOn(scheduler, false, 1);
            case LATEST -> observations.onBackpressureLatest().observeOn(scheduler, false, 1);
        };
    }
}
