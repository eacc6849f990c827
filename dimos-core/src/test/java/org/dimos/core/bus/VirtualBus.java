package org.dimos.core.bus;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dimos.core.time.Timeline;

/** A bus in virtual time, with one stream of each name used. Nothing runs before the test says so. */
final class VirtualBus {
    final Bus bus = new Bus();
    final List<String> failures = new ArrayList<>();
    private final TestScheduler time = new TestScheduler();
    private final Timeline timeline = Timeline.virtual(time);

    /** A bus whose gate is open. */
    static VirtualBus open() {
        VirtualBus virtual = new VirtualBus();
        virtual.bus.open();
        return virtual;
    }

    ModuleThread module(String name) {
        ModuleThread thread =
                new ModuleThread(name, timeline, (module, error) -> failures.add(module + ": " + error.getMessage()));
        bus.register(thread);
        return thread;
    }

    InPort<Integer> in(String stream, ModuleThread thread) {
        return new InPort<>(channel(stream), thread);
    }

    OutPort<Integer> out(String stream) {
        return new OutPort<>(channel(stream), timeline.clock());
    }

    Channel<Integer> channel(String stream) {
        return bus.channel(stream, Integer.class);
    }

    /** Runs what is due now. */
    void run() {
        time.triggerActions();
    }

    void advance(Duration duration) {
        time.advanceTimeBy(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean drain() {
        return bus.drain(timeline, Duration.ofSeconds(1));
    }

    StreamReport report(String stream) {
        Map<String, StreamReport> reports =
                bus.report().stream().collect(Collectors.toMap(StreamReport::stream, Function.identity()));
        StreamReport report = reports.get(stream);
        if (report == null) {
            throw new IllegalArgumentException("no stream '" + stream + "' in " + reports.keySet());
        }
        return report;
    }
}
