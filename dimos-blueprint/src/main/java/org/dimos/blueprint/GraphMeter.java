package org.dimos.blueprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.ModuleLoad;
import org.dimos.blueprint.introspection.PlaybackState;
import org.dimos.blueprint.introspection.ProcessTime;
import org.dimos.blueprint.introspection.RecordingState;
import org.dimos.blueprint.introspection.RunMode;
import org.dimos.blueprint.introspection.StreamTraffic;
import org.dimos.blueprint.link.LinkReport;
import org.dimos.blueprint.link.Links;
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
    /** Kept, since an annotation is read again each time. */
    private static final ClassValue<String> TYPE_NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return MessageCodecs.typeName(type);
        }
    };

    private final Bus bus;
    private final Links links;
    private final Timeline timeline;
    private final Lifecycle lifecycle;
    private final LiveChange change;
    private final Clock wall = new SystemClock();
    private final long start = wall.nanos();
    private final StreamRates rates = new StreamRates(start);
    private volatile StreamEnds known = new StreamEnds(Blueprint.autoconnect());

    private static final class Work {
        private long waiting;
        private long handled;
        private long dropped;

        /** A recorder hands over what it got when it is in the file. */
        static Work of(RecorderStatus recorder) {
            Work work = new Work();
            work.waiting =
                    recorder.streams().stream().mapToLong(StreamStatus::waiting).sum();
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
        this.links = assembler.links();
        this.timeline = assembler.timeline();
        this.lifecycle = lifecycle;
        this.change = change;
    }

    GraphStatus look() {
        StreamEnds present = present();
        List<Part> parts = lifecycle.parts();
        List<StreamReport> reports = bus.report();
        long now = wall.nanos();
        Optional<Player> player = Graph.player(parts);
        return new GraphStatus(
                mode(player),
                start,
                now,
                ProcessTime.nanos(),
                modules(present, parts, reports),
                streams(present, reports, rates.at(now, reports), linksByStream()),
                recordings(parts),
                player.map(playing -> PlaybackState.of(playing.state())));
    }

    private StreamEnds present() {
        Blueprint blueprint = change.blueprint();
        StreamEnds last = known;
        if (!last.isOf(blueprint)) {
            last = new StreamEnds(blueprint);
            known = last;
        }
        return last;
    }

    private RunMode mode(Optional<Player> player) {
        if (timeline.onlyThread().isPresent()) {
            return RunMode.LOCKSTEP;
        }
        return player.isPresent() ? RunMode.REPLAY : RunMode.LIVE;
    }

    private static List<ModuleLoad> modules(StreamEnds present, List<Part> parts, List<StreamReport> reports) {
        Map<String, Work> works = new HashMap<>();
        for (StreamReport stream : reports) {
            for (ReceiverReport receiver : stream.receivers()) {
                works.computeIfAbsent(receiver.module(), name -> new Work()).add(receiver);
            }
        }
        List<ModuleLoad> modules = new ArrayList<>();
        for (Part part : parts) {
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
                    present.ofPart(part.name()).in(),
                    present.ofPart(part.name()).out()));
        }
        return modules;
    }

    /** Recorders and players work on threads of their own. */
    private static OptionalLong cpuNanos(Part part) {
        return part.module() instanceof Recorder || part.module() instanceof Player
                ? OptionalLong.empty()
                : OptionalLong.of(part.thread().cpuNanos());
    }

    private Map<String, List<LinkReport>> linksByStream() {
        return links.report().stream().collect(Collectors.groupingBy(LinkReport::stream));
    }

    private static OptionalLong bytes(List<LinkReport> links) {
        return links.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(links.stream()
                        .mapToLong(link -> link.sentBytes() + link.receivedBytes())
                        .sum());
    }

    private static List<StreamTraffic> streams(
            StreamEnds present,
            List<StreamReport> reports,
            Map<String, Double> rates,
            Map<String, List<LinkReport>> linksByStream) {
        List<StreamTraffic> streams = new ArrayList<>();
        for (StreamReport report : reports) {
            StreamEnds.Ends ends = present.ofStream(report.stream());
            List<LinkReport> links = linksByStream.getOrDefault(report.stream(), List.of());
            streams.add(new StreamTraffic(
                    report.stream(),
                    TYPE_NAMES.get(report.type()),
                    ends.in(),
                    ends.out(),
                    links.stream().map(LinkReport::transport).toList(),
                    report.sent(),
                    report.dropped(),
                    report.refused(),
                    links.stream().mapToLong(LinkReport::lost).sum(),
                    bytes(links),
                    rates.getOrDefault(report.stream(), 0.)));
        }
        return streams;
    }

    private static List<RecordingState> recordings(List<Part> parts) {
        return parts.stream()
                .map(Part::module)
                .filter(Recorder.class::isInstance)
                .map(recorder -> RecordingState.of(((Recorder) recorder).status()))
                .toList();
    }
}
