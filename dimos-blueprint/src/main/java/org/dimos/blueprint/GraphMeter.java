package org.dimos.blueprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.ModuleLoad;
import org.dimos.blueprint.introspection.PlaybackState;
import org.dimos.blueprint.introspection.ProcessTime;
import org.dimos.blueprint.introspection.RecordingState;
import org.dimos.blueprint.introspection.RunMode;
import org.dimos.blueprint.introspection.StreamTraffic;
import org.dimos.core.Clock;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.ReceiverReport;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.time.SystemClock;
import org.dimos.core.time.Timeline;
import org.dimos.record.Player;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderStatus;
import org.dimos.record.StreamStatus;

/** Looks at a running graph. Costs nothing as long as nobody asks. Safe to share. */
final class GraphMeter {
    private final Bus bus;
    private final Timeline timeline;
    private final Lifecycle lifecycle;
    private final LiveChange change;
    private final Clock wall = new SystemClock();
    private final long start = wall.nanos();
    private final StreamRates rates = new StreamRates(start);
    private volatile Known known = new Known(Optional.empty(), Map.of());

    /** The streams of the blueprint that ran when someone last looked. */
    private record Known(Optional<Blueprint> blueprint, Map<String, Wiring.Stream> streams) {}

    private static final class Work {
        private long waiting;
        private long handled;
        private long dropped;

        /** A recorder hands over what it got when it is in the file. */
        static Work of(RecorderStatus recorder) {
            Work work = new Work();
            work.waiting = recorder.streams().stream().mapToLong(StreamStatus::waiting).sum();
            work.handled = recorder.stored();
            work.dropped = recorder.lost();
            return work;
        }

        void add(ReceiverReport receiver) {
            waiting += receiver.waiting();
            handled += receiver.delivered();
            dropped += receiver.dropped();
        }
    }

    GraphMeter(Assembler assembler, Lifecycle lifecycle, LiveChange change) {
        this.bus = assembler.bus();
        this.timeline = assembler.timeline();
        this.lifecycle = lifecycle;
        this.change = change;
    }

    GraphStatus look() {
        Blueprint blueprint = change.blueprint();
        List<Part> parts = lifecycle.parts();
        List<StreamReport> reports = bus.report();
        long now = wall.nanos();
        Optional<Player> player = Graph.player(parts);
        return new GraphStatus(
                mode(player),
                start,
                now,
                ProcessTime.nanos(),
                modules(blueprint, parts, reports),
                streams(blueprint, reports, now),
                recordings(parts),
                player.map(playing -> PlaybackState.of(playing.state())));
    }

    private RunMode mode(Optional<Player> player) {
        if (timeline.onlyThread().isPresent()) {
            return RunMode.LOCKSTEP;
        }
        return player.isPresent() ? RunMode.REPLAY : RunMode.LIVE;
    }

    private static List<ModuleLoad> modules(Blueprint blueprint, List<Part> parts, List<StreamReport> reports) {
        Map<String, Work> works = new HashMap<>();
        reports.forEach(stream -> stream.receivers()
                .forEach(receiver -> works.computeIfAbsent(receiver.module(), name -> new Work())
                        .add(receiver)));
        Map<String, Entry> entries = new HashMap<>();
        blueprint.entries().forEach(entry -> entries.put(entry.name(), entry));
        List<ModuleLoad> modules = new ArrayList<>();
        for (Part part : parts) {
            Optional<Entry> entry = Optional.ofNullable(entries.get(part.name()));
            Work work = part.module() instanceof Recorder recorder
                    ? Work.of(recorder.status())
                    : works.getOrDefault(part.name(), new Work());
            modules.add(new ModuleLoad(
                    part.name(),
                    part.module().getClass().getName(),
                    cpuNanos(part),
                    work.waiting,
                    work.handled,
                    work.dropped,
                    streamNames(entry.map(Entry::inputs)),
                    streamNames(entry.map(Entry::outputs))));
        }
        return modules;
    }

    /** Recorders and players work on threads of their own. */
    private static OptionalLong cpuNanos(Part part) {
        return part.module() instanceof Recorder || part.module() instanceof Player
                ? OptionalLong.empty()
                : OptionalLong.of(part.thread().cpuNanos());
    }

    private static List<String> streamNames(Optional<List<Port>> ports) {
        return ports.orElse(List.of()).stream().map(Port::stream).toList();
    }

    private List<StreamTraffic> streams(Blueprint blueprint, List<StreamReport> reports, long now) {
        Map<String, Wiring.Stream> wiring = wiring(blueprint);
        Map<String, Double> hertz = rates.at(now, reports);
        return reports.stream()
                .map(report -> traffic(
                        report, Optional.ofNullable(wiring.get(report.stream())), hertz.getOrDefault(report.stream(), 0.)))
                .sorted(Comparator.comparing(StreamTraffic::name))
                .toList();
    }

    private static StreamTraffic traffic(StreamReport report, Optional<Wiring.Stream> ends, double rate) {
        return new StreamTraffic(
                report.stream(),
                MessageCodecs.typeName(report.type()),
                ends.map(Wiring.Stream::producers).orElse(List.of()),
                ends.map(Wiring.Stream::consumers).orElse(List.of()),
                List.of(),
                report.sent(),
                report.dropped(),
                report.refused(),
                OptionalLong.empty(),
                rate);
    }

    private Map<String, Wiring.Stream> wiring(Blueprint blueprint) {
        Known last = known;
        if (last.blueprint().filter(blueprint::equals).isEmpty()) {
            Map<String, Wiring.Stream> streams = new HashMap<>();
            Wiring.of(blueprint).streams().forEach(stream -> streams.put(stream.name(), stream));
            last = new Known(Optional.of(blueprint), streams);
            known = last;
        }
        return last.streams();
    }

    private static List<RecordingState> recordings(List<Part> parts) {
        return parts.stream()
                .map(Part::module)
                .filter(Recorder.class::isInstance)
                .map(recorder -> RecordingState.of(((Recorder) recorder).status()))
                .toList();
    }
}
