package org.dimos.benchmarks.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.dimos.benchmarks.traffic.Source;
import org.dimos.benchmarks.traffic.Traffic;
import org.dimos.core.Clock;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;

/** Publishes what the sources send when it is time, on the calling thread; never waits for anyone who listens. */
public final class Publisher {
    private static final Comparator<Line<?>> ORDER = Comparator.comparingLong(line -> line.due);

    private final List<Line<?>> lines = new ArrayList<>();
    private final Clock clock;
    private long longest;
    private long latest;

    public Publisher(Bus bus, Traffic traffic, Clock clock) {
        this.clock = clock;
        traffic.sources().forEach(source -> lines.add(new Line<>(source, bus)));
    }

    /** Where the sources publish. */
    public List<Channel<?>> channels() {
        return lines.stream().<Channel<?>>map(line -> line.channel).toList();
    }

    /** Publishes for that long, then answers how many messages went out on each stream. */
    public Map<String, Long> run(Duration time, Hindrance hindrance) {
        PriorityQueue<Line<?>> next = new PriorityQueue<>(ORDER);
        long start = clock.nanos();
        for (Line<?> line : lines) {
            line.begin(start + (long) (1e9 / line.source.hertz() * next.size() / lines.size()), time);
            next.add(line);
        }
        while (!next.isEmpty()) {
            Line<?> line = next.remove();
            waitUntil(line.due);
            hindrance.at(clock.nanos() - start);
            publish(line, hindrance);
            if (line.goOn()) {
                next.add(line);
            }
        }
        Map<String, Long> sent = new TreeMap<>();
        lines.forEach(line -> sent.put(line.source.stream(), line.sent));
        return sent;
    }

    private void publish(Line<?> line, Hindrance hindrance) {
        long before = clock.nanos();
        latest = Math.max(latest, before - line.due);
        line.publish(before, hindrance);
        longest = Math.max(longest, clock.nanos() - before);
    }

    private void waitUntil(long due) {
        for (long left = due - clock.nanos(); left > 0; left = due - clock.nanos()) {
            LockSupport.parkNanos(left);
        }
    }

    /** The longest time that publishing one message took, its making included. */
    public Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** The longest time by which a message went out too late. */
    public Duration latest() {
        return Duration.ofNanos(latest);
    }

    private static final class Line<T> {
        private final Source<T> source;
        private final Channel<T> channel;
        private long start;
        private long total;
        private long sent;
        private long due;

        Line(Source<T> source, Bus bus) {
            this.source = source;
            this.channel = bus.channel(source.stream(), source.type());
        }

        void begin(long first, Duration time) {
            start = first;
            due = first;
            total = source.messages(time);
        }

        void publish(long now, Hindrance hindrance) {
            T message = source.message().apply(now);
            channel.publish(
                    hindrance.slows(source.stream()) ? hindrance.slow(message, now) : Envelope.at(message, now, now));
            sent++;
        }

        boolean goOn() {
            due = start + Math.round(sent * 1e9 / source.hertz());
            return sent < total;
        }
    }
}
