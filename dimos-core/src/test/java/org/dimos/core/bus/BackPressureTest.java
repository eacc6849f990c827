package org.dimos.core.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.time.Duration;
import org.dimos.core.Out;
import org.junit.jupiter.api.Test;

class BackPressureTest {
    private final VirtualBus virtual = VirtualBus.open();
    private final ModuleThread module = virtual.module("mapper");
    private final Out<Integer> lidar = virtual.out("lidar");
    private final InPort<Integer> input = virtual.in("lidar", module);

    @Test
    void handsOverNoMoreThanWasAskedFor() {
        TestSubscriber<Integer> seen = input.all().test(2);
        publish(1, 2, 3, 4);
        seen.assertValues(1, 2);
    }

    @Test
    void handsOverWhatWaitsWhenMoreIsAskedFor() {
        TestSubscriber<Integer> seen = input.all().test(1);
        publish(1, 2, 3, 4);
        seen.request(2);
        virtual.run();
        seen.assertValues(1, 2, 3);
        seen.request(Long.MAX_VALUE);
        virtual.run();
        publish(5);
        seen.assertValues(1, 2, 3, 4, 5);
    }

    @Test
    void demandThatComesBeforeTheMessageIsKept() {
        TestSubscriber<Integer> seen = input.all().test(0);
        seen.request(1);
        virtual.run();
        publish(1, 2);
        seen.assertValues(1);
    }

    @Test
    void latestIsStillTheNewestWhenItIsAskedForLate() {
        TestSubscriber<Integer> seen = input.latest().test(0);
        publish(1, 2);
        publish(3);
        seen.request(1);
        virtual.run();
        seen.assertValues(3);
    }

    @Test
    void aSampleThatFellDueWithoutDemandComesWhenItIsAskedFor() {
        TestSubscriber<Integer> seen = input.sampled(Duration.ofMillis(10)).test(0);
        publish(1);
        virtual.advance(Duration.ofMillis(10));
        seen.request(1);
        virtual.run();
        seen.assertValues(1);
    }

    @Test
    void refusesADemandOfZero() {
        TestSubscriber<Integer> seen = new TestSubscriber<>(1);
        input.all().subscribe(seen);
        new AllMailbox<>(virtual.channel("lidar"), module, 1, seen).request(0);
        seen.assertError(IllegalArgumentException.class);
    }

    @Test
    void whatWasNeverAskedForCountsAsDroppedInTheEnd() {
        TestSubscriber<Integer> seen = input.all().test(1);
        publish(1, 2, 3);
        assertThat(virtual.drain()).isTrue();
        seen.assertValues(1).assertComplete();
        assertThat(virtual.report("lidar").receivers()).containsExactly(new ReceiverReport("mapper", "all", 1, 2, 0));
    }

    private void publish(int... messages) {
        for (int message : messages) {
            lidar.publish(message);
        }
        virtual.run();
    }
}
