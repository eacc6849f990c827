package org.dimos.record.query;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dimos.record.Observation;

/** Pushes what a growing recording gets through the stages of a query. */
final class LiveFlow {
    private LiveFlow() {}

    /** What one observation makes of a step, and whether the step needs another. */
    private record Outcome(List<Observation<?>> given, boolean done) {}

    static Flowable<Observation<?>> of(
            Supplier<Tail> tails, List<Stage> stages, LiveBuffer buffer, Duration poll, Scheduler scheduler) {
        Flowable<Observation<?>> flow = buffer.apply(tail(tails, poll, scheduler), scheduler);
        for (Stage stage : stages) {
            flow = through(flow, stage);
        }
        return flow;
    }

    /** Asks for no batch before the last one was taken; asks again at once while there is more. */
    private static Flowable<Observation<?>> tail(Supplier<Tail> tails, Duration poll, Scheduler scheduler) {
        return Flowable.using(
                tails::get,
                tail -> Flowable.interval(0, poll.toNanos(), TimeUnit.NANOSECONDS, scheduler)
                        .onBackpressureDrop()
                        .concatMap(
                                tick -> Flowable.defer(() -> Flowable.<Observation<?>>fromIterable(tail.next()))
                                        .repeatUntil(tail::isDrained),
                                1),
                Tail::close);
    }

    private static Flowable<Observation<?>> through(Flowable<Observation<?>> flow, Stage stage) {
        return Flowable.using(
                stage.step()::get,
                step -> step.isDone()
                        ? Flowable.empty()
                        : flow.map(next -> outcome(step, next))
                                .takeUntil(Outcome::done)
                                .concatMapIterable(Outcome::given, 1),
                Step::close);
    }

    private static Outcome outcome(Step step, Observation<?> next) {
        List<Observation<?>> given = new ArrayList<>();
        step.take(next, given::add);
        return new Outcome(given, step.isDone());
    }
}
