package org.dimos.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Entry;
import org.dimos.blueprint.LinkEntry;
import org.dimos.blueprint.Port;
import org.dimos.blueprint.RecordOptions;
import org.dimos.blueprint.ReplayPlan;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Terminal;

/** What a run would do. */
final class PlanText {
    /** Where the second line of a sentence of a plan begins. */
    static final int INDENT = 12;

    private final Terminal terminal;
    private final boolean json;

    PlanText(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    void print(Blueprint blueprint, List<String> recordStreams) {
        List<String> running = blueprint.entries().stream()
                .filter(entry -> entry.isEnabled() && !(entry instanceof LinkEntry))
                .map(Entry::name)
                .toList();
        List<Port> recordable = recordable(blueprint, recordStreams);
        if (json) {
            Map<String, Object> data = data(blueprint.replayPlan(), running, recordable);
            data.put("shared", LinkText.planData(blueprint));
            terminal.print(Json.of(data));
            return;
        }
        terminal.printWrapped(
                INDENT,
                blueprint.replayPlan().map(ReplayPlan::lines).orElse(List.of("runs: " + String.join(", ", running))));
        String streams = recordable.stream().map(Port::stream).collect(Collectors.joining(", "));
        terminal.printWrapped(INDENT, LinkText.plan(blueprint));
        terminal.printWrapped(INDENT, List.of("--record keeps: " + streams));
    }

    private static List<Port> recordable(Blueprint blueprint, List<String> patterns) {
        if (patterns.isEmpty()) {
            return blueprint.recordable();
        }
        RecordOptions options = RecordOptions.to(Path.of("plan")).withStreams(patterns);
        List<Entry> entries = blueprint.record(options).entries();
        return entries.get(entries.size() - 1).ports();
    }

    private static Map<String, Object> data(Optional<ReplayPlan> plan, List<String> running, List<Port> recordable) {
        Map<String, Object> data = Json.object(
                "runs",
                running,
                "recordable",
                recordable.stream()
                        .map(port -> Json.object(
                                "stream", port.stream(), "type", port.type().getName()))
                        .toList());
        plan.ifPresent(replay -> data.put("replay", replay));
        return data;
    }
}
