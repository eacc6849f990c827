package org.dimos.core.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dimos.core.time.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bus under real threads. */
class BusStressTest {
    private static final int MESSAGES = 20_000;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Timeline timeline = Timeline.live();
    private final Bus bus = new Bus();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final CompositeDisposable subscriptions = new CompositeDisposable();

    @AfterEach
    void close() {
        subscriptions.dispose();
        timeline.close();
        assertThat(failures).isEmpty();
    }

    private ModuleThread module(String name) {
        ModuleThread thread = new ModuleThread(name, timeline, (module, error) -> failures.add(error));
        bus.register(thread);
        return thread;
    }

    private Channel<Integer> channel(String stream) {
        return bus.channel(stream, Integer.class);
    }

    private OutPort<Integer> out(String stream) {
        return new OutPort<>(channel(stream), timeline.clock());
    }

    private InPort<Integer> in(String stream, ModuleThread module) {
        return new InPort<>(channel(stream), module);
    }

    private void publishFromThreads(int threads) throws InterruptedException {
        CountDownLatch published = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            OutPort<Integer> out = out("lidar");
            subscriptions.add(timeline.workers().scheduleDirect(() -> {
                for (int message = 0; message < MESSAGES; message++) {
                    out.publish(message);
                }
                published.countDown();
            }));
        }
        assertThat(published.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void everyMessageIsDeliveredOrCountedAndAnsweredBeforeTheEnd() throws InterruptedException {
        ModuleThread mapper = module("mapper");
        ModuleThread planner = module("planner");
        OutPort<Integer> map = out("map");
        long[] sums = new long[2];
        subscriptions.add(in("lidar", mapper).all(500).subscribe(map::publish));
        subscriptions.add(in("lidar", planner).latest().subscribe(scan -> sums[0]++));
        subscriptions.add(in("lidar", planner).sampled(Duration.ofMillis(1)).subscribe(scan -> sums[0]++));
        subscriptions.add(in("map", planner).all(10 * MESSAGES).subscribe(cell -> sums[1]++));
        bus.open();
        publishFromThreads(3);
        assertThat(bus.drain(timeline, LIMIT)).isTrue();
        List<StreamReport> reports = bus.report();
        assertThat(reports).allMatch(StreamReport::isBalanced, "sent = delivered + dropped");
        StreamReport cells = reports.get(1);
        assertThat(cells.sent()).isEqualTo(cells.delivered()).isEqualTo(sums[1]);
    }

    @Test
    void messagesOfOneThreadKeepTheirOrder() throws InterruptedException {
        List<Integer> seen = new ArrayList<>();
        subscriptions.add(in("lidar", module("mapper")).all(MESSAGES).subscribe(seen::add));
        bus.open();
        publishFromThreads(1);
        assertThat(bus.drain(timeline, LIMIT)).isTrue();
        assertThat(seen).hasSize(MESSAGES).isSorted();
    }

    @Test
    void messagesHeldAtTheStartComeFirst() throws InterruptedException {
        List<Integer> seen = new ArrayList<>();
        subscriptions.add(in("lidar", module("mapper")).all(4 * MESSAGES).subscribe(seen::add));
        CountDownLatch opened = new CountDownLatch(1);
        OutPort<Integer> out = out("lidar");
        CountDownLatch published = new CountDownLatch(1);
        subscriptions.add(timeline.workers().scheduleDirect(() -> {
            for (int message = 0; message < MESSAGES; message++) {
                out.publish(message);
                if (message == MESSAGES / 2) {
                    opened.countDown();
                }
            }
            published.countDown();
        }));
        assertThat(opened.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        bus.open();
        assertThat(published.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(bus.drain(timeline, LIMIT)).isTrue();
        assertThat(seen).hasSize(MESSAGES).isSorted();
    }

    @Test
    void aFeedLosesNothingBetweenThreads() throws InterruptedException {
        CountDownLatch handled = new CountDownLatch(2 * MESSAGES);
        subscriptions.add(in("lidar", module("mapper")).all(2).subscribe(scan -> handled.countDown()));
        subscriptions.add(in("lidar", module("planner")).all(64).subscribe(scan -> handled.countDown()));
        bus.open();
        subscriptions.add(out("lidar").feed(Flowable.range(0, MESSAGES)));
        assertThat(handled.await(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("%s messages left", handled.getCount())
                .isTrue();
        assertThat(bus.drain(timeline, LIMIT)).isTrue();
        assertThat(bus.report()).allMatch(StreamReport::isBalanced, "sent = delivered + dropped");
        assertThat(bus.report().get(0).dropped()).isZero();
    }

    @Test
    void demandFromAnotherThreadLosesNoMessage() throws InterruptedException {
        CountDownLatch handled = new CountDownLatch(MESSAGES);
        subscriptions.add(in("lidar", module("mapper"))
                .all(MESSAGES)
                .observeOn(timeline.workers(), false, 3)
                .subscribe(scan -> handled.countDown()));
        bus.open();
        publishFromThreads(1);
        assertThat(handled.await(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("%s messages left", handled.getCount())
                .isTrue();
    }
}
