package org.dimos.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WorkMeterTest {
    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final WorkMeter meter = new WorkMeter();

    @BeforeAll
    static void theTimeOfThreadsIsKnown() {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (ThreadTime.ofThisThread() == ThreadTime.UNKNOWN && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
        assertThat(ThreadTime.ofThisThread()).isPositive();
    }

    private void run(Runnable task) {
        long begin = meter.begin();
        task.run();
        meter.end(begin);
    }

    /** Takes that much time of the processor. */
    private static void work(long nanos) {
        long end = ThreadTime.ofThisThread() + nanos;
        while (ThreadTime.ofThisThread() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void workCounts() {
        run(() -> work(20 * MILLI));

        assertThat(meter.nanos()).isBetween(19 * MILLI, 40 * MILLI);
    }

    @Test
    void waitingDoesNotCount() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        run(() -> work(MILLI));
        long before = meter.nanos();

        run(() -> {
            try {
                assertThat(never.await(60, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(meter.nanos() - before).isLessThan(20 * MILLI);
    }

    @Test
    void manyShortTasksCountTogether() {
        long before = ThreadTime.ofThisThread();
        for (int i = 0; i < 1000; i++) {
            run(() -> work(20_000));
        }
        long taken = ThreadTime.ofThisThread() - before;

        assertThat(meter.nanos()).isBetween(1000 * 20_000L / 2, taken * 3 / 2);
    }

    @Test
    void eachThreadHasAnAccountOfItsOwn() throws InterruptedException {
        run(() -> work(5 * MILLI));
        long before = meter.nanos();
        Thread other = new Thread(() -> run(() -> work(5 * MILLI)));

        other.start();
        other.join();

        assertThat(meter.nanos() - before).isBetween(4 * MILLI, 20 * MILLI);
    }

    @Test
    void aTaskThatOnlyParksIsCheap() {
        run(() -> work(MILLI));
        long before = meter.nanos();

        for (int i = 0; i < 5; i++) {
            run(() -> LockSupport.parkNanos(2 * MILLI));
        }

        assertThat(meter.nanos() - before).isLessThan(5 * MILLI);
    }
}
