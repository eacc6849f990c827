package org.dimos.core.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dimos.core.Out;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final VirtualBus virtual = VirtualBus.open();
    private final ModuleThread module = virtual.module("mapper");
    private final Out<Integer> lidar = virtual.out("lidar");
    private final InPort<Integer> input = virtual.in("lidar", module);

    private void publish(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(lidar::publish);
    }

    @Test
    void allHandsOverEveryMessageInOrder() {
        TestSubscriber<Integer> seen = input.all().test();
        publish(1, 1000);
        virtual.run();
        assertThat(seen.values())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void allDropsTheNewestBeyondItsCapacityAndCountsThem() {
        TestSubscriber<Integer> seen = input.all(3).test();
        publish(1, 5);
        virtual.run();
        seen.assertValues(1, 2, 3);
        assertThat(virtual.report("lidar").receivers()).containsExactly(new ReceiverReport("mapper", "all", 3, 2, 0));
    }

    @Test
    void allHasRoomAgainOnceTheModuleHasHandledSome() {
        TestSubscriber<Integer> seen = input.all(2).test();
        publish(1, 2);
        virtual.run();
        publish(3, 4);
        virtual.run();
        seen.assertValues(1, 2, 3, 4);
    }

    @Test
    void latestHandsOverTheNewestOnly() {
        TestSubscriber<Integer> seen = input.latest().test();
        publish(1, 5);
        virtual.run();
        publish(6, 7);
        virtual.run();
        seen.assertValues(5, 7);
        assertThat(virtual.report("lidar").dropped()).isEqualTo(5);
    }

    @Test
    void sampledHandsOverTheNewestAtTheEndOfEachPeriod() {
        TestSubscriber<Integer> seen = input.sampled(Duration.ofMillis(100)).test();
        publish(1, 3);
        virtual.advance(Duration.ofMillis(99));
        seen.assertNoValues();
        virtual.advance(Duration.ofMillis(1));
        seen.assertValues(3);
    }

    @Test
    void sampledStaysSilentInAPeriodWithoutAMessage() {
        TestSubscriber<Integer> seen = input.sampled(Duration.ofMillis(100)).test();
        publish(1, 1);
        virtual.advance(Duration.ofMillis(500));
        publish(2, 3);
        virtual.advance(Duration.ofMillis(500));
        seen.assertValues(1, 3);
    }

    @Test
    void aCancelledSampleLeavesNoTimerBehind() {
        TestSubscriber<Integer> seen = input.sampled(Duration.ofMillis(100)).test();
        seen.cancel();
        publish(1, 1);
        virtual.advance(Duration.ofSeconds(1));
        seen.assertNoValues();
        assertThat(virtual.channel("lidar").receivers()).isEmpty();
    }

    @Test
    void everyDeliveryAccountsForEveryMessageAtTheEnd() {
        Disposable all = input.all(10).subscribe();
        Disposable latest = input.latest().subscribe();
        Disposable sampled = input.sampled(Duration.ofMillis(10)).subscribe();
        for (int round = 0; round < 7; round++) {
            publish(1, 13);
            virtual.advance(Duration.ofMillis(9));
        }
        publish(1, 2);
        assertThat(virtual.drain()).isTrue();
        StreamReport report = virtual.report("lidar");
        assertThat(report.sent()).isEqualTo(93);
        assertThat(report.isBalanced()).as("%s", report).isTrue();
        assertThat(List.of(all, latest, sampled)).allMatch(Disposable::isDisposed);
    }

    @Test
    void severalInputsOfOneModuleKeepTheOrderOfPublishing() {
        Out<Integer> odometry = virtual.out("odom");
        List<Integer> seen = new ArrayList<>();
        Disposable first = input.all().subscribe(seen::add);
        Disposable second = virtual.in("odom", module).all().subscribe(seen::add);
        for (int i = 0; i < 1000; i += 2) {
            lidar.publish(i);
            odometry.publish(i + 1);
        }
        virtual.run();
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        assertThat(first.isDisposed() || second.isDisposed()).isFalse();
    }

    @Test
    void refusesAPeriodOfZero() {
        assertThatThrownBy(() -> input.sampled(Duration.ZERO)).hasMessage("period is PT0S; it must be positive");
    }

    @Test
    void refusesACapacityOfZero() {
        assertThatThrownBy(() -> input.all(0)).hasMessage("capacity is 0; it must be at least 1");
    }
}
