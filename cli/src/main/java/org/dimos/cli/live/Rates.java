package org.dimos.cli.live;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.ModuleLoad;
import org.dimos.blueprint.introspection.StreamTraffic;

/**
 * What a graph does between two looks at it.
 *
 * @param before the first look
 * @param now the second one
 */
public record Rates(GraphStatus before, GraphStatus now) {
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * What a module does.
     *
     * @param load all it did so far
     * @param cpu processors it keeps busy; empty where it is not known
     * @param handled messages it gets, per second
     * @param dropped messages it does not get, per second
     */
    public record ModuleRate(ModuleLoad load, OptionalDouble cpu, double handled, double dropped) {}

    /**
     * What happens on a stream.
     *
     * @param traffic all that happened so far
     * @param sent messages per second
     * @param bytes bytes per second; empty where it is not known
     * @param dropped messages that receivers do not get, per second
     */
    public record StreamRate(StreamTraffic traffic, double sent, OptionalDouble bytes, double dropped) {}

    /** How long it is from look to look, in seconds. */
    public double seconds() {
        return Math.max(1, now.nanos() - before.nanos()) / NANOS_PER_SECOND;
    }

    private double perSecond(long after, long first) {
        return Math.max(0, after - first) / seconds();
    }

    /** Processors that the whole process keeps busy. */
    public double cpu() {
        return perSecond(now.cpuNanos(), before.cpuNanos()) / NANOS_PER_SECOND;
    }

    /** Processors that are kept busy outside of the modules' handlers and timers: transports, recorders, Java itself. */
    public double otherCpu() {
        double known =
                modules().stream().mapToDouble(module -> module.cpu().orElse(0)).sum();
        return Math.max(0, cpu() - known);
    }

    /** The modules, the busiest first. */
    public List<ModuleRate> modules() {
        Map<String, ModuleLoad> earlier = new HashMap<>();
        before.modules().forEach(module -> earlier.put(module.name(), module));
        return now.modules().stream()
                .map(module -> rate(module, Optional.ofNullable(earlier.get(module.name()))))
                .sorted(Comparator.comparingDouble(
                                (ModuleRate module) -> module.cpu().orElse(0))
                        .thenComparingDouble(ModuleRate::handled)
                        .reversed()
                        .thenComparing(module -> module.load().name()))
                .toList();
    }

    private ModuleRate rate(ModuleLoad module, Optional<ModuleLoad> first) {
        OptionalDouble cpu = module.cpuNanos().isPresent()
                ? OptionalDouble.of(perSecond(
                                module.cpuNanos().getAsLong(),
                                first.map(ModuleLoad::cpuNanos)
                                        .orElse(OptionalLong.empty())
                                        .orElse(0))
                        / NANOS_PER_SECOND)
                : OptionalDouble.empty();
        return new ModuleRate(
                module,
                cpu,
                perSecond(module.handled(), first.map(ModuleLoad::handled).orElse(0L)),
                perSecond(module.dropped(), first.map(ModuleLoad::dropped).orElse(0L)));
    }

    /** The streams, the fastest first. */
    public List<StreamRate> streams() {
        Map<String, StreamTraffic> earlier = new HashMap<>();
        before.streams().forEach(stream -> earlier.put(stream.name(), stream));
        Stream<StreamRate> rates =
                now.streams().stream().map(stream -> rate(stream, Optional.ofNullable(earlier.get(stream.name()))));
        return rates.sorted(Comparator.comparingDouble(StreamRate::sent)
                        .reversed()
                        .thenComparing(stream -> stream.traffic().name()))
                .toList();
    }

    private StreamRate rate(StreamTraffic stream, Optional<StreamTraffic> first) {
        OptionalDouble bytes = stream.bytes().isPresent()
                ? OptionalDouble.of(perSecond(
                        stream.bytes().getAsLong(),
                        first.map(StreamTraffic::bytes)
                                .orElse(OptionalLong.empty())
                                .orElse(0)))
                : OptionalDouble.empty();
        return new StreamRate(
                stream,
                perSecond(stream.sent(), first.map(StreamTraffic::sent).orElse(0L)),
                bytes,
                perSecond(stream.dropped(), first.map(StreamTraffic::dropped).orElse(0L)));
    }

    /** A share of one processor as a percentage, {@code 12.3}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }
}
