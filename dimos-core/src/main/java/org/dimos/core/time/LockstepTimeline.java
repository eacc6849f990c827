package org.dimos.core.time;

import io.reactivex.rxjava3.core.Scheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.dimos.core.Clock;
import org.dimos.core.time.LockstepTask.Kind;

/** Modules, timers and messages on one thread, in an order that follows from their times alone. */
final class LockstepTimeline implements Timeline {
    private final LockstepQueue queue;
    private final JumpingClock clock;
    private final Scheduler workers;
    private final Scheduler timers;
    private final Scheduler messages;

    LockstepTimeline(long startNanos) {
        queue = new LockstepQueue(startNanos);
        clock = new JumpingClock(queue::now);
        workers = new LockstepScheduler(queue, Kind.CONSEQUENCE);
        timers = new LockstepScheduler(queue, Kind.TIMER);
        messages = new LockstepScheduler(queue, Kind.MESSAGE);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Optional<ClockJumps> jumps() {
        return Optional.of(clock);
    }

    @Override
    public Scheduler timers() {
        return timers;
    }

    @Override
    public Scheduler workers() {
        return workers;
    }

    @Override
    public Scheduler messages() {
        return messages;
    }

    @Override
    public Optional<Thread> onlyThread() {
        return Optional.of(queue.thread());
    }

    @Override
    public void begin() {
        queue.pass(true);
    }

    @Override
    public void holdWhile(BooleanSupplier condition) {
        queue.holdWhile(condition);
    }

    @Override
    public void finish(Runnable whenQuiet) {
        LockstepTask unused = queue.add(
                () -> {
                    queue.pass(false);
                    whenQuiet.run();
                },
                0,
                Kind.END);
    }

    @Override
    public <T> T call(Supplier<T> step) {
        if (queue.isOnThread()) {
            return step.get();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        LockstepTask unused = queue.add(() -> complete(result, step), 0, Kind.CONSEQUENCE);
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> step) {
        try {
            result.complete(step.get());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration limit) {
        if (!queue.isOnThread()) {
            return Timeline.super.await(condition, limit);
        }
        queue.runConsequencesUntil(condition);
        boolean holds = condition.getAsBoolean();
        // Quiet is told from two looks between which nothing happened.
        return holds || condition.getAsBoolean();
    }

    @Override
    public void close() {
        queue.stop();
    }
}
