package org.dimos.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Entry;
import org.dimos.blueprint.LinkEntry;
import org.dimos.blueprint.Port;
import org.dimos.blueprint.Wiring;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;

/** A blueprint as text: what is connected to what. */
final class GraphText {
    private final Terminal terminal;

    GraphText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(String title, Blueprint blueprint) {
        List<Wiring.Stream> streams = Wiring.of(blueprint).streams();
        Map<String, Wiring.Stream> byName =
                streams.stream().collect(Collectors.toMap(Wiring.Stream::name, Function.identity()));
        List<Entry> modules = blueprint.entries().stream()
                .filter(entry -> !(entry instanceof LinkEntry))
                .toList();
        terminal.print(terminal.bold(title) + ": " + Format.count(modules.size(), "module") + ", "
                + Format.count(streams.size(), "stream"));
        Table table = new Table(
                Column.text("module"),
                Column.text(""),
                Column.text("stream"),
                Column.text("type"),
                Column.name("connected to"));
        modules.forEach(entry -> rows(entry, byName, table));
        table.print(terminal);
        terminal.printWrapped(2, LinkText.plan(blueprint));
        terminal.printWrapped(2, List.of("recorded by default: " + recorded(blueprint)));
    }

    private static void rows(Entry entry, Map<String, Wiring.Stream> streams, Table table) {
        String name = entry.name() + (entry.isEnabled() ? "" : " (disabled)");
        if (entry.ports().isEmpty()) {
            table.row(name, "", "", "", "");
        }
        for (Port port : entry.ports()) {
            Wiring.Stream stream = streams.get(port.stream());
            table.row(
                    name,
                    port.isOut() ? "out" : "in",
                    port.stream(),
                    port.type().getSimpleName(),
                    stream == null ? "" : others(port, stream));
            name = "";
        }
    }

    private static String others(Port port, Wiring.Stream stream) {
        List<String> others = port.isOut() ? stream.consumers() : stream.producers();
        return others.isEmpty() ? "-" : String.join(", ", others);
    }

    private static String recorded(Blueprint blueprint) {
        String streams = blueprint.recordable().stream().map(Port::stream).collect(Collectors.joining(", "));
        return blueprint.recordModules().isEmpty()
                ? "everything: " + streams
                : String.join(", ", blueprint.recordModules()) + ": " + streams;
    }
}
