package org.dimos.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Entry;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.RecorderEntry;
import org.dimos.blueprint.config.Settings;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderReport;
import org.dimos.record.RecordingTarget;
import org.dimos.record.rolling.SegmentedTarget;

/** One run of a blueprint from its first line to its final table. */
final class Session {
    private final Terminal terminal;
    private final boolean json;
    private final Presence presence;

    Session(Terminal terminal, boolean json, Presence presence) {
        this.terminal = terminal;
        this.json = json;
        this.presence = presence;
    }

    /** Runs a blueprint and answers the exit code. */
    int run(String title, Blueprint blueprint, Settings settings, Optional<Duration> limit) {
        presence.begin();
        try {
            int code = runSeen(title, blueprint, settings, limit);
            presence.note(title + " has ended");
            return code;
        } catch (RuntimeException e) {
            presence.fail(e);
            throw e;
        } finally {
            presence.close();
        }
    }

    private int runSeen(String title, Blueprint blueprint, Settings settings, Optional<Duration> limit) {
        try (Interruption interruption = Interruption.listen();
                Graph graph = blueprint.start(settings, limit)) {
            blueprint.replayPlan().ifPresent(plan -> say(plan.lines()));
            say(List.of(startLine(title, limit)));
            say(LinkText.plan(graph.blueprint()));
            parts(blueprint, RecorderEntry.class).forEach(recorder -> say(List.of(recordingInto(recorder.target()))));
            List<Recorder> running = parts(blueprint, RecorderEntry.class).stream()
                    .map(entry -> graph.part(entry.name(), Recorder.class))
                    .toList();
            GraphRun graphRun;
            Optional<RuntimeException> failure;
            try (ReplayKeys keys = graph.player()
                    .filter(player -> graph.timeline().control().isPresent())
                    .map(player -> ReplayKeys.read(terminal, player))
                    .orElseGet(ReplayKeys::none)) {
                graphRun = new GraphRun(graph, running, terminal, keys);
                failure = graphRun.untilEnd(
                        () -> presence.announce(graph), interruption.requested(), presence.stopRequested());
                presence.endAnnouncement();
            }
            List<RecorderReport> recorders =
                    running.stream().map(Recorder::report).toList();
            print(graph, blueprint, recorders, graph.player().map(player -> LatenessReport.of(player, graphRun)));
            terminal.out().flush();
            if (failure.isPresent()) {
                throw failure.get();
            }
            return isKept(blueprint, recorders) ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private static String recordingInto(RecordingTarget target) {
        return "recording into " + target.path()
                + (target instanceof SegmentedTarget rolling
                        ? ", the newest " + Format.bytes(rolling.limits().bytes()) + " of all runs"
                        : "");
    }

    /** Whether all that was asked for is recorded; nobody asked for a rolling recording. */
    private static boolean isKept(Blueprint blueprint, List<RecorderReport> recorders) {
        List<Path> asked = parts(blueprint, RecorderEntry.class).stream()
                .map(RecorderEntry::target)
                .filter(target -> !(target instanceof SegmentedTarget))
                .map(RecordingTarget::path)
                .toList();
        return recorders.stream()
                .filter(report -> asked.contains(report.file()))
                .allMatch(report -> report.failure().isEmpty());
    }

    private static String startLine(String title, Optional<Duration> limit) {
        return title + " runs"
                + limit.map(length -> " for " + Format.seconds(length.toNanos()) + " s")
                        .orElse("") + "; Ctrl-C stops it";
    }

    private void print(
            Graph graph, Blueprint blueprint, List<RecorderReport> recorders, Optional<LatenessReport> lateness) {
        RunReport report = RunReport.of(graph.report(), blueprint.replayPlan(), recorders);
        if (json) {
            Map<String, Object> data = Json.object("streams", report.asData());
            lateness.ifPresent(late -> data.put("replay", late.asData()));
            if (!graph.links().isEmpty()) {
                data.put("links", LinkText.data(graph));
            }
            terminal.print(Json.of(data));
            return;
        }
        report.print(terminal);
        LinkText.print(graph, terminal);
        lateness.ifPresent(late -> late.print(terminal));
        recorders.forEach(recorder -> terminal.printWrapped(2, List.of(stored(recorder))));
    }

    private static String stored(RecorderReport recorder) {
        return Format.count(recorder.stored(), "message") + " stored in " + recorder.file() + ", "
                + Format.count(recorder.lost()) + " lost"
                + recorder.failure()
                        .map(reason -> "; recording stopped early: " + reason)
                        .orElse("");
    }

    private void say(List<String> lines) {
        lines.forEach(presence::note);
        if (json) {
            lines.forEach(terminal::note);
        } else {
            terminal.printWrapped(PlanText.INDENT, lines);
            terminal.out().flush();
        }
    }

    private static <T extends Entry> List<T> parts(Blueprint blueprint, Class<T> type) {
        return blueprint.entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
