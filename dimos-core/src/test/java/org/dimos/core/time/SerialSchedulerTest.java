package org.dimos.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dimos.core.Clock;
import org.junit.jupiter.api.Test;

class SerialSchedulerTest {
    private final TestScheduler time = new TestScheduler();
    private final SerialScheduler scheduler = new SerialScheduler(Timeline.virtual(time), Runnable::run);
    private final List<String> seen = new ArrayList<>();

    private Disposable in(long millis, String name) {
        return scheduler.scheduleDirect(() -> seen.add(name), millis, TimeUnit.MILLISECONDS);
    }

    private void advance(long millis) {
        time.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    }

    @Test
    void runsTasksInOrderOfDueTime() {
        List<Disposable> tasks = List.of(in(20, "c"), in(10, "b"), in(0, "a"), in(20, "d"));
        advance(30);
        assertThat(seen).containsExactly("a", "b", "c", "d");
        assertThat(tasks).allMatch(Disposable::isDisposed);
    }

    @Test
    void tellsTheTimeOfItsTimeline() {
        advance(1234);
        assertThat(scheduler.now(TimeUnit.MILLISECONDS)).isEqualTo(1234);
        assertThat(scheduler.createWorker().now(TimeUnit.MILLISECONDS)).isEqualTo(1234);
    }

    @Test
    void aCancelledTaskNeverRuns() {
        Disposable late = in(10, "late");
        Disposable soon = in(0, "soon");
        late.dispose();
        soon.dispose();
        advance(20);
        assertThat(seen).isEmpty();
    }

    @Test
    void aDisposedWorkerRunsNothingMore() {
        Scheduler.Worker worker = scheduler.createWorker();
        Disposable waiting = worker.schedule(() -> seen.add("waiting"), 10, TimeUnit.MILLISECONDS);
        worker.dispose();
        Disposable refused = worker.schedule(() -> seen.add("refused"));
        advance(20);
        assertThat(seen).isEmpty();
        assertThat(List.of(waiting, refused)).allMatch(Disposable::isDisposed);
    }

    @Test
    void stoppedTimersStaySilentWhileTasksStillRun() {
        Disposable timer = in(10, "timer");
        scheduler.stopTimers();
        Disposable task = in(0, "task");
        advance(20);
        assertThat(seen).containsExactly("task");
        timer.dispose();
        assertThat(task.isDisposed()).isTrue();
    }

    @Test
    void aTimerThatIsBehindIsStillATimer() {
        Disposable overdue = in(-5, "overdue");
        scheduler.stopTimers();
        advance(20);
        assertThat(seen).isEmpty();
        overdue.dispose();
    }

    @Test
    void anOverdueTimerDoesNotTurnTimeBack() {
        advance(100);
        Disposable overdue = in(-50, "overdue");
        time.triggerActions();
        assertThat(seen).containsExactly("overdue");
        assertThat(scheduler.now(TimeUnit.MILLISECONDS)).isEqualTo(100);
        assertThat(overdue.isDisposed()).isTrue();
    }

    @Test
    void aTimerThatFiresBeforeSchedulingReturnsIsNotLost() {
        SerialScheduler hasty = new SerialScheduler(new HastyTimeline(time), Runnable::run);
        Disposable task = hasty.scheduleDirect(() -> seen.add("fired"), 1, TimeUnit.NANOSECONDS);
        time.triggerActions();
        assertThat(seen).containsExactly("fired");
        assertThat(task.isDisposed()).isTrue();
    }

    @Test
    void runsEveryTaskInItsContext() {
        SerialScheduler named = new SerialScheduler(Timeline.virtual(time), task -> {
            seen.add("before");
            task.run();
            seen.add("after");
        });
        Disposable task = named.scheduleDirect(() -> seen.add("task"), 1, TimeUnit.MILLISECONDS);
        advance(1);
        assertThat(seen).containsExactly("before", "task", "after");
        assertThat(task.isDisposed()).isTrue();
    }

    @Test
    void nothingRunsAfterShutdown() {
        Disposable waiting = in(10, "waiting");
        scheduler.shutdown();
        Disposable refused = in(0, "refused");
        advance(20);
        assertThat(seen).isEmpty();
        waiting.dispose();
        refused.dispose();
    }

    /** A timeline whose timers fire while they are being set, as they can when the setting thread is held up. */
    private record HastyTimeline(TestScheduler workers) implements Timeline {

        @Override
        public Clock clock() {
            return () -> 0;
        }

        @Override
        public Scheduler timers() {
            return new Scheduler() {
                @Override
                public Worker createWorker() {
                    return new HastyWorker();
                }
            };
        }

        @Override
        public void close() {}
    }

    private static final class HastyWorker extends Scheduler.Worker {

        @Override
        public Disposable schedule(Runnable run, long delay, TimeUnit unit) {
            run.run();
            return Disposable.empty();
        }

        @Override
        public void dispose() {}

        @Override
        public boolean isDisposed() {
            return false;
        }
    }
}
