package org.dimos.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacedSchedulerTest {
    private static final long START = TimeUnit.SECONDS.toNanos(1_000_000);

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final PacedScheduler replay = PacedScheduler.replay(START, 1000, 0);

    @AfterEach
    void stop() {
        replay.shutdown();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(10, TimeUnit.SECONDS)).as("within 10 s").isTrue();
    }

    /** Waits for a task that comes after everything that is due within the given time. */
    private void awaitAfter(long millis) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        Disposable last = replay.scheduleDirect(reached::countDown, millis, TimeUnit.MILLISECONDS);
        await(reached);
        last.dispose();
    }

    private Disposable in(long millis, String name) {
        return replay.scheduleDirect(() -> seen.add(name), millis, TimeUnit.MILLISECONDS);
    }

    @Test
    void timeNeverGoesBackwardsHoweverFastItIs() {
        PacedScheduler fast = PacedScheduler.replay(START, 1e300, 0);
        fast.begin();
        for (int i = 0; i < 1000; i++) {
            assertThat(fast.nanos()).isGreaterThanOrEqualTo(START);
        }
        fast.shutdown();
    }

    @Test
    void timeStandsStillUntilItBegins() throws InterruptedException {
        AtomicInteger fired = new AtomicInteger();
        Disposable early = replay.scheduleDirect(fired::incrementAndGet);
        assertThat(replay.nanos()).isEqualTo(START);
        assertThat(fired).hasValue(0);
        replay.begin();
        awaitAfter(10);
        assertThat(fired).hasValue(1);
        assertThat(replay.nanos()).isGreaterThan(START);
        assertThat(early.isDisposed()).isTrue();
    }

    @Test
    void runsTasksInOrderOfDueTimeThenOfScheduling() throws InterruptedException {
        List<Disposable> tasks = List.of(in(30, "d"), in(10, "b"), in(0, "a"), in(10, "c"), in(-5, "also a"));
        replay.begin();
        awaitAfter(50);
        assertThat(seen).containsExactly("a", "also a", "b", "c", "d");
        assertThat(tasks).allMatch(Disposable::isDisposed);
    }

    @Test
    void noTaskRunsBeforeItIsDue() throws InterruptedException {
        AtomicLong at = new AtomicLong();
        Disposable task = replay.scheduleDirect(() -> at.set(replay.nanos()), 500, TimeUnit.MILLISECONDS);
        replay.begin();
        awaitAfter(600);
        assertThat(at.get() - START).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(task.isDisposed()).isTrue();
    }

    @Test
    void aHundredSecondsAtThousandfoldSpeedTakeAtLeastATenthOfASecond() throws InterruptedException {
        SystemClock wall = new SystemClock();
        long before = wall.nanos();
        replay.begin();
        awaitAfter(100_000);
        assertThat(wall.nanos() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(99));
    }

    @Test
    void aCancelledTaskNeverRuns() throws InterruptedException {
        Disposable cancelled = in(10, "cancelled");
        cancelled.dispose();
        replay.begin();
        awaitAfter(50);
        assertThat(seen).isEmpty();
    }

    @Test
    void aDisposedWorkerTakesItsTasksAlong() throws InterruptedException {
        Scheduler.Worker worker = replay.createWorker();
        Disposable task = worker.schedule(() -> seen.add("task"), 10, TimeUnit.MILLISECONDS);
        worker.dispose();
        replay.begin();
        awaitAfter(50);
        assertThat(seen).isEmpty();
        assertThat(task.isDisposed()).isTrue();
    }

    @Test
    void anEarlierTaskOvertakesTheOneThatIsWaitedFor() throws InterruptedException {
        replay.begin();
        Disposable far = in(TimeUnit.HOURS.toMillis(10), "far");
        awaitAfter(1);
        assertThat(seen).isEmpty();
        far.dispose();
    }

    @Test
    void nothingRunsAfterShutdown() {
        replay.begin();
        replay.shutdown();
        Scheduler.Worker worker = replay.createWorker();
        Disposable task = worker.schedule(() -> seen.add("late"));
        assertThat(seen).isEmpty();
        task.dispose();
    }

    @Test
    void liveTimePassesFromTheBeginning() throws InterruptedException {
        PacedScheduler live = PacedScheduler.live(new SystemClock());
        CountDownLatch fired = new CountDownLatch(1);
        Disposable task = live.scheduleDirect(fired::countDown, 1, TimeUnit.MILLISECONDS);
        await(fired);
        live.shutdown();
        task.dispose();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesASpeedThatIsNone(double speed) {
        assertThatThrownBy(() -> PacedScheduler.replay(START, speed, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("speed is " + speed);
    }
}
