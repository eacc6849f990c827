package org.dimos.core.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FeedTest {
    private final VirtualBus virtual = new VirtualBus();
    private final ModuleThread module = virtual.module("mapper");
    private final OutPort<Integer> lidar = virtual.out("lidar");

    @Test
    void losesNothingHoweverSmallTheMailbox() {
        TestSubscriber<Integer> narrow = virtual.in("lidar", module).all(1).test();
        TestSubscriber<Integer> wide =
                virtual.in("lidar", virtual.module("planner")).all(100).test();
        virtual.bus.open();
        Disposable feed = lidar.feed(Flowable.range(0, 5000));
        virtual.run();
        narrow.assertValueCount(5000);
        wide.assertValueCount(5000);
        assertThat(virtual.report("lidar").dropped()).isZero();
        feed.dispose();
    }

    @Test
    void waitsForAReceiverThatAsksForNothing() {
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all(3).test(0);
        virtual.bus.open();
        AtomicInteger produced = new AtomicInteger();
        Disposable feed = lidar.feed(Flowable.range(0, 100).doOnNext(i -> produced.incrementAndGet()));
        virtual.run();
        assertThat(produced).hasValue(3);
        seen.request(5);
        virtual.run();
        assertThat(produced).hasValue(8);
        feed.dispose();
    }

    @Test
    void goesOnWhenAReceiverThatHeldItBackLeaves() {
        TestSubscriber<Integer> stuck = virtual.in("lidar", module).all(1).test(0);
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all(1).test();
        virtual.bus.open();
        Disposable feed = lidar.feed(Flowable.range(0, 10));
        virtual.run();
        seen.assertValueCount(1);
        stuck.cancel();
        virtual.run();
        seen.assertValueCount(10);
        feed.dispose();
    }

    @Test
    void asksForNothingBeforeTheGraphHasStarted() {
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all(10).test();
        AtomicInteger produced = new AtomicInteger();
        Disposable feed = lidar.feed(Flowable.range(0, 1000).doOnNext(i -> produced.incrementAndGet()));
        assertThat(produced).hasValue(0);
        virtual.bus.open();
        virtual.run();
        seen.assertValueCount(1000);
        assertThat(virtual.report("lidar").isBalanced()).isTrue();
        feed.dispose();
    }

    @Test
    void anEndlessSourceEndsWithTheGraph() {
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all(4).test(6);
        virtual.bus.open();
        Disposable feed = lidar.feed(Flowable.just(1).repeat());
        virtual.run();
        seen.assertValueCount(6);
        assertThat(virtual.drain()).isTrue();
        seen.assertComplete();
        assertThat(feed.isDisposed()).isTrue();
    }

    @Test
    void severalFeedsOfOneStreamLoseNothing() {
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all(2).test();
        virtual.bus.open();
        PublishProcessor<Integer> first = PublishProcessor.create();
        PublishProcessor<Integer> second = PublishProcessor.create();
        Disposable feeds = lidar.feed(first);
        Disposable more = lidar.feed(second);
        lidar.publish(0);
        assertThat(first.offer(1)).isTrue();
        assertThat(second.offer(2)).isTrue();
        virtual.run();
        seen.assertValues(0, 1, 2);
        feeds.dispose();
        more.dispose();
    }
}
