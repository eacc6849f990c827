package org.dimos.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Entry;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.ProviderEntry;
import org.dimos.blueprint.RecorderEntry;
import org.dimos.blueprint.config.Settings;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Player;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderReport;
import org.dimos.record.replay.Lateness;

/** One run of a blueprint from its first line to its final table. */
final class Session {
    private final Terminal terminal;
    private final boolean json;

    Session(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Runs a blueprint and answers the exit code. */
    int run(String title, Blueprint blueprint, Settings settings, Optional<Duration> limit) {
        try (Interruption interruption = Interruption.listen();
                Graph graph = blueprint.start(settings)) {
            blueprint.replayPlan().ifPresent(plan -> say(plan.lines()));
            say(List.of(startLine(title, limit)));
            parts(blueprint, RecorderEntry.class)
                    .forEach(recorder ->
                            say(List.of("recording into " + recorder.target().path())));
            Optional<RuntimeException> failure = new GraphRun(graph, terminal).untilEnd(limit, interruption);
            List<RecorderReport> recorders = parts(blueprint, RecorderEntry.class).stream()
                    .map(entry -> graph.part(entry.name(), Recorder.class).report())
                    .toList();
            print(graph, blueprint, recorders);
            terminal.out().flush();
            if (failure.isPresent()) {
                throw failure.get();
            }
            return recorders.stream().allMatch(report -> report.failure().isEmpty()) ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private static String startLine(String title, Optional<Duration> limit) {
        return title + " runs"
                + limit.map(length -> " for " + Format.seconds(length.toNanos()) + " s")
                        .orElse("") + "; Ctrl-C stops it";
    }

    private void print(Graph graph, Blueprint blueprint, List<RecorderReport> recorders) {
        RunReport report = RunReport.of(graph.report(), blueprint.replayPlan(), recorders);
        if (json) {
            terminal.print(Json.of(Json.object("streams", report.asData())));
            return;
        }
        report.print(terminal);
        parts(blueprint, ProviderEntry.class)
                .forEach(player -> terminal.print(
                        lateness(graph.part(player.name(), Player.class).lateness())));
        recorders.forEach(recorder -> terminal.printWrapped(2, List.of(stored(recorder))));
    }

    private static String lateness(Lateness lateness) {
        return "lateness in ms: " + Format.milliseconds(lateness.percentile(50)) + " median, "
                + Format.milliseconds(lateness.percentile(99)) + " p99, " + Format.milliseconds(lateness.max())
                + " max";
    }

    private static String stored(RecorderReport recorder) {
        return Format.count(recorder.stored(), "message") + " stored in " + recorder.file() + ", "
                + Format.count(recorder.lost()) + " lost"
                + recorder.failure()
                        .map(reason -> "; recording stopped early: " + reason)
                        .orElse("");
    }

    private void say(List<String> lines) {
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
