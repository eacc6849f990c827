package org.dimos.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void oneModulesTasksAndTimersNeverOverlap() throws InterruptedException {
        try (Timeline timeline = Timeline.live()) {
            SerialScheduler module = new SerialScheduler(timeline, Runnable::run);
            int perThread = 2000;
            CountDownLatch done = new CountDownLatch(3 * perThread);
            AtomicInteger inside = new AtomicInteger();
            AtomicBoolean overlapped = new AtomicBoolean();
            Runnable task = () -> {
                if (inside.incrementAndGet() != 1) {
                    overlapped.set(true);
                }
                inside.decrementAndGet();
                done.countDown();
            };
            CompositeDisposable scheduled = new CompositeDisposable();
            for (int thread = 0; thread < 3; thread++) {
                Scheduler.Worker worker = module.createWorker();
                long spread = thread;
                scheduled.add(timeline.workers().scheduleDirect(() -> {
                    for (int i = 0; i < perThread; i++) {
                        scheduled.add(worker.schedule(task, spread * (i % 5), TimeUnit.MICROSECONDS));
                    }
                }));
            }
            assertThat(done.await(20, TimeUnit.SECONDS))
                    .as("%s tasks left", done.getCount())
                    .isTrue();
            assertThat(overlapped).isFalse();
            scheduled.dispose();
        }
    }

    @Test
    void aModuleThatBlocksHoldsUpNobodyElse() throws InterruptedException {
        try (Timeline timeline = Timeline.live()) {
            SerialScheduler blocked = new SerialScheduler(timeline, Runnable::run);
            SerialScheduler free = new SerialScheduler(timeline, Runnable::run);
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch finished = new CountDownLatch(1);
            CountDownLatch ran = new CountDownLatch(1);
            CompositeDisposable scheduled = new CompositeDisposable();
            scheduled.add(blocked.scheduleDirect(() -> {
                assertThat(awaited(release)).isTrue();
                finished.countDown();
            }));
            scheduled.add(free.scheduleDirect(ran::countDown, 1, TimeUnit.MILLISECONDS));
            assertThat(awaited(ran)).isTrue();
            assertThat(finished.getCount()).isEqualTo(1);
            release.countDown();
            assertThat(awaited(finished)).isTrue();
            scheduled.dispose();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void awaitGivesUpAfterItsLimit() {
        try (Timeline timeline = Timeline.live()) {
            assertThat(timeline.await(() -> false, Duration.ofMillis(1))).isFalse();
            assertThat(timeline.await(() -> true, Duration.ZERO)).isTrue();
        }
    }

    @Test
    void virtualTimeFollowsTheTest() {
        TestScheduler time = new TestScheduler();
        try (Timeline timeline = Timeline.virtual(time)) {
            time.advanceTimeBy(5, TimeUnit.SECONDS);
            assertThat(timeline.clock().nanos()).isEqualTo(TimeUnit.SECONDS.toNanos(5));
            assertThat(timeline.clock().now().getEpochSecond()).isEqualTo(5);
        }
    }

    @Test
    void theLiveClockStartsNearTheSystemsDate() {
        try (Timeline timeline = Timeline.live()) {
            long difference = timeline.clock().nanos() - TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            assertThat(Math.abs(difference)).isLessThan(TimeUnit.SECONDS.toNanos(10));
        }
    }
}
