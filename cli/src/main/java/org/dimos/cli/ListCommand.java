package org.dimos.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Entry;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Terminal;
import org.dimos.cli.text.Wrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the blueprints and their modules. */
@Command(name = "list", description = "Lists the blueprints and their modules.")
final class ListCommand implements Callable<Integer> {
    private final Program program;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    ListCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Map<String, Blueprint> blueprints = program.catalog().blueprints();
        Terminal terminal = program.terminal();
        if (json) {
            terminal.print(Json.of(blueprints.entrySet().stream()
                    .map(each -> describe(each.getKey(), each.getValue()))
                    .toList()));
            return ExitCode.OK;
        }
        int width = blueprints.keySet().stream().mapToInt(String::length).max().orElse(0);
        blueprints.forEach((name, blueprint) -> {
            String padded = name + " ".repeat(width - name.length() + 2);
            String line = padded + String.join(", ", modules(blueprint));
            List<String> lines = Wrap.of(line, terminal.columns(), width + 2);
            terminal.print(terminal.bold(padded) + lines.get(0).substring(padded.length()));
            terminal.print(lines.subList(1, lines.size()));
        });
        return ExitCode.OK;
    }

    private static Map<String, Object> describe(String name, Blueprint blueprint) {
        return Json.object("name", name, "modules", modules(blueprint), "recordedByDefault", blueprint.recordModules());
    }

    private static List<String> modules(Blueprint blueprint) {
        return blueprint.entries().stream().map(Entry::name).toList();
    }
}
