package org.dimos.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.LinkEntry;
import org.dimos.blueprint.Wiring;
import org.dimos.cli.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the modules of a blueprint and the streams between them. */
@Command(name = "graph", description = "Shows the modules of a blueprint and the streams between them.")
final class GraphCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private final BlueprintChoice choice = new BlueprintChoice();

    @Option(names = "--dot", description = "Writes the graph for Graphviz: dimos graph NAME --dot | dot -Tsvg")
    private boolean dot;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    GraphCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Blueprint blueprint = choice.blueprint(program);
        blueprint.check();
        String title = choice.title();
        if (json) {
            program.terminal().print(Json.of(describe(title, blueprint)));
        } else if (dot) {
            program.terminal().print(GraphDot.lines(title, blueprint));
        } else {
            new GraphText(program.terminal()).print(title, blueprint);
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> describe(String title, Blueprint blueprint) {
        return Json.object(
                "name",
                title,
                "modules",
                blueprint.entries().stream()
                        .filter(entry -> !(entry instanceof LinkEntry))
                        .map(entry -> Json.object("name", entry.name(), "enabled", entry.isEnabled()))
                        .toList(),
                "streams",
                Wiring.of(blueprint).streams().stream()
                        .map(GraphCommand::describe)
                        .toList(),
                "shared",
                LinkText.planData(blueprint),
                "recordedByDefault",
                blueprint.recordModules());
    }

    private static Map<String, Object> describe(Wiring.Stream stream) {
        return Json.object(
                "name",
                stream.name(),
                "type",
                stream.type().getName(),
                "from",
                stream.producers(),
                "to",
                stream.consumers());
    }
}
