package org.dimos.record.replay;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.jspecify.annotations.Nullable;

/**
 * Any operators of RxJava in recorded time: the scheduler handed to the function says the time of the observation that
 * goes in, and its timers fire between observations. What comes out later than it went in has the later time. After
 * the last observation time goes on until the operators complete, for ten seconds at most.
 */
public record FlowTransform(
        BiFunction<Flowable<Observation<?>>, Scheduler, Flowable<? extends Observation<?>>> function)
        implements ReplayOperator {

    private static final long LONGEST_DELAY_MS = 10_000;
    private static final long STEP_MS = 100;

    @Override
    public Iterator<Observation<?>> apply(Iterator<Observation<?>> source) {
        return new Flow(source);
    }

    private final class Flow extends LookAhead {
        private final Iterator<Observation<?>> source;
        private final TestScheduler time = new TestScheduler();
        private final PublishProcessor<Observation<?>> input = PublishProcessor.create();
        private final Queue<Observation<?>> output = new ArrayDeque<>();
        private @Nullable Throwable failure;
        private boolean completed;
        private boolean connected;

        Flow(Iterator<Observation<?>> source) {
            this.source = source;
        }

        @Override
        Optional<Observation<?>> advance() {
            while (output.isEmpty() && !completed) {
                if (source.hasNext()) {
                    push(source.next());
                } else {
                    finish();
                }
            }
            if (failure != null) {
                throw new RecordingException("an operator of the replay failed: " + failure.getMessage(), failure);
            }
            return Optional.ofNullable(output.poll());
        }

        private void push(Observation<?> observation) {
            if (!connected) {
                connected = true;
                time.advanceTimeTo(observation.timestampNanos(), TimeUnit.NANOSECONDS);
                connect();
            }
            if (observation.timestampNanos() > now()) {
                time.advanceTimeTo(observation.timestampNanos(), TimeUnit.NANOSECONDS);
            }
            input.onNext(observation);
            time.triggerActions();
        }

        /** Ends the input and lets pass the time that delayed messages still need. */
        private void finish() {
            input.onComplete();
            for (int step = 0; step < LONGEST_DELAY_MS / STEP_MS && !completed && connected; step++) {
                time.advanceTimeBy(STEP_MS, TimeUnit.MILLISECONDS);
            }
            completed = true;
        }

        private void connect() {
            var unused = function.apply(input, time).subscribe(this::collect, this::fail, () -> completed = true);
        }

        private void collect(Observation<?> observation) {
            output.add(observation.timestampNanos() < now() ? observation.withTimestamp(now()) : observation);
        }

        private void fail(Throwable error) {
            failure = error;
            completed = true;
        }

        private long now() {
            return time.now(TimeUnit.NANOSECONDS);
        }
    }

    /** The operators of a stream's payloads alone, with the time of what comes out as {@link FlowTransform} has it. */
    public static <T, R> FlowTransform ofPayloads(
            Class<T> type, BiFunction<Flowable<T>, Scheduler, Flowable<R>> function) {
        return new FlowTransform((observations, scheduler) -> {
            Latest latest = new Latest();
            Flowable<T> payloads =
                    observations.doOnNext(latest::set).map(observation -> type.cast(observation.payload()));
            return function.apply(payloads, scheduler)
                    .map(payload -> latest.carry(payload).withTimestamp(scheduler.now(TimeUnit.NANOSECONDS)));
        });
    }

    /** The observation that went in last: what comes out is filed under its stream. */
    private static final class Latest {
        private @Nullable Observation<?> observation;

        void set(Observation<?> newest) {
            observation = newest;
        }

        Observation<?> carry(Object payload) {
            Observation<?> current = observation;
            if (current == null) {
                throw new NoSuchElementException("an operator gave a message before the stream's first");
            }
            return current.payload() == payload ? current : current.withPayload(payload);
        }
    }
}
