package org.dimos.core.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dimos.core.Clock;
import org.dimos.core.Out;
import org.dimos.core.time.Timeline;
import org.junit.jupiter.api.Test;

class GateTest {
    private final VirtualBus virtual = new VirtualBus();
    private final ModuleThread module = virtual.module("mapper");
    private final Out<Integer> lidar = virtual.out("lidar");

    @Test
    void holdsMessagesUntilAllModulesHaveStarted() {
        TestSubscriber<Integer> early = virtual.in("lidar", module).all().test();
        lidar.publish(1);
        lidar.publish(2);
        TestSubscriber<Integer> late = virtual.in("lidar", module).all().test();
        virtual.run();
        early.assertNoValues();
        virtual.bus.open();
        lidar.publish(3);
        virtual.run();
        early.assertValues(1, 2, 3);
        late.assertValues(1, 2, 3);
    }

    @Test
    void deliversWhatIsPublishedWhileItOpensAfterWhatWasHeld() {
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all().test();
        virtual.channel("lidar").add(new Receiver<>() {
            @Override
            public void receive(Envelope<Integer> message) {
                if (message.payload() == 1) {
                    lidar.publish(3);
                }
            }

            @Override
            public ReceiverReport report() {
                return new ReceiverReport("echo", "all", 0, 0, 0);
            }
        });
        lidar.publish(1);
        lidar.publish(2);
        virtual.bus.open();
        virtual.run();
        seen.assertValues(1, 2, 3);
    }

    /** The publisher has found nobody and is held up there until somebody has come and messages flow. */
    @Test
    void deliversWhatIsOnItsWayWhileReceiversComeAndItOpens() {
        Gate gate = spy(new Gate());
        Channel<Integer> channel = new Channel<>("lidar", Integer.class, gate);
        List<Integer> seen = new ArrayList<>();
        doAnswer(call -> {
                    channel.add(new Noting(seen));
                    gate.open();
                    return call.callRealMethod();
                })
                .doCallRealMethod()
                .when(gate)
                .isOpen();
        channel.publish(Envelope.published(1, 0));
        channel.publish(Envelope.published(2, 0));
        assertThat(seen).containsExactly(1, 2);
        assertThat(channel.report().sent()).isEqualTo(2);
        assertThat(channel.isIdle()).isTrue();
    }

    /** Handles what it receives at once. */
    private record Noting(List<Integer> seen) implements Receiver<Integer> {
        @Override
        public void receive(Envelope<Integer> message) {
            seen.add(message.payload());
        }

        @Override
        public ReceiverReport report() {
            return new ReceiverReport("noting", "all", seen.size(), 0, 0);
        }
    }

    @Test
    void refusesAndCountsWhatComesAfterTheEnd() {
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all().test();
        virtual.bus.open();
        virtual.bus.close();
        lidar.publish(1);
        virtual.run();
        seen.assertNoValues();
        assertThat(virtual.report("lidar").refused()).isEqualTo(1);
        assertThat(virtual.report("lidar").sent()).isZero();
    }

    @Test
    void drainingLetsAnswersThrough() {
        Out<Integer> map = virtual.out("map");
        Disposable mapper = virtual.in("lidar", module).all().subscribe(scan -> map.publish(scan * 10));
        TestSubscriber<Integer> seen =
                virtual.in("map", virtual.module("planner")).all().test();
        virtual.bus.open();
        lidar.publish(1);
        lidar.publish(2);
        assertThat(virtual.drain()).isTrue();
        seen.assertValues(10, 20).assertComplete();
        assertThat(mapper.isDisposed()).isTrue();
    }

    @Test
    void drainingRefusesOutsidersAndTimers() {
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all().test();
        Disposable timer = Flowable.interval(10, TimeUnit.MILLISECONDS, module.scheduler())
                .subscribe(tick -> lidar.publish(tick.intValue()));
        virtual.bus.open();
        virtual.advance(Duration.ofMillis(20));
        assertThat(virtual.drain()).isTrue();
        virtual.advance(Duration.ofMillis(100));
        lidar.publish(99);
        virtual.run();
        seen.assertValues(0, 1).assertComplete();
        assertThat(virtual.report("lidar").refused()).isEqualTo(1);
        timer.dispose();
    }

    /** A time in which nothing is ever finished. */
    private record Hung(Timeline timeline, List<Duration> waits) implements Timeline {
        @Override
        public Clock clock() {
            return timeline.clock();
        }

        @Override
        public Scheduler timers() {
            return timeline.timers();
        }

        @Override
        public Scheduler workers() {
            return timeline.workers();
        }

        @Override
        public boolean await(BooleanSupplier condition, Duration limit) {
            return waits.add(limit) && limit.isZero();
        }

        @Override
        public void close() {
            timeline.close();
        }
    }

    @Test
    void drainingWaitsTheLimitOnceForAModuleThatHangs() {
        ModuleThread planner = virtual.module("planner");
        List<Duration> waits = new ArrayList<>();
        Timeline hung = new Hung(Timeline.virtual(new TestScheduler()), waits);
        virtual.bus.open();
        assertThat(virtual.bus.drain(hung, Duration.ofSeconds(10))).isFalse();
        assertThat(planner.isIdle()).isTrue();
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(11));
    }

    @Test
    void theLastSampleAndItsAnswerArriveBeforeTheEnd() {
        Out<Integer> map = virtual.out("map");
        Disposable mapper =
                virtual.in("lidar", module).sampled(Duration.ofSeconds(1)).subscribe(map::publish);
        TestSubscriber<Integer> seen =
                virtual.in("map", virtual.module("planner")).all().test();
        virtual.bus.open();
        lidar.publish(7);
        assertThat(virtual.drain()).isTrue();
        seen.assertValues(7).assertComplete();
        assertThat(mapper.isDisposed()).isTrue();
    }

    @Test
    void whatIsPublishedOnCompletionIsAccountedFor() {
        Out<Integer> map = virtual.out("map");
        TestSubscriber<Integer> seen =
                virtual.in("map", virtual.module("planner")).all().test();
        Disposable mapper =
                virtual.in("lidar", module).all().reduce(Integer::sum).subscribe(map::publish);
        virtual.bus.open();
        lidar.publish(1);
        lidar.publish(2);
        assertThat(virtual.drain()).isTrue();
        assertThat(seen.values().size() + virtual.report("map").dropped()).isEqualTo(1);
        assertThat(virtual.report("map").isBalanced()).isTrue();
        assertThat(mapper.isDisposed()).isTrue();
    }
}
