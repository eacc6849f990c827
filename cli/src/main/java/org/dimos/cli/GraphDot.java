package org.dimos.cli;

import java.util.ArrayList;
import java.util.List;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Entry;
import org.dimos.blueprint.LinkEntry;
import org.dimos.blueprint.Wiring;

/** A blueprint in the DOT language of Graphviz: modules are boxes, streams are ellipses. */
final class GraphDot {
    private GraphDot() {}

    static List<String> lines(String title, Blueprint blueprint) {
        List<String> lines = new ArrayList<>();
        lines.add("digraph " + quoted(title) + " {");
        lines.add("  rankdir=LR;");
        List<Entry> modules = blueprint.entries().stream()
                .filter(entry -> !(entry instanceof LinkEntry))
                .toList();
        for (Entry entry : modules) {
            lines.add("  " + module(entry.name()) + " [shape=box, label=" + quoted(entry.name())
                    + (entry.isEnabled() ? "" : ", style=dashed") + "];");
        }
        for (Wiring.Stream stream : Wiring.of(blueprint).streams()) {
            String label = quoted(stream.name() + "\n" + stream.type().getSimpleName());
            lines.add("  " + stream(stream) + " [shape=ellipse, label=" + label + "];");
            stream.producers().forEach(from -> lines.add("  " + module(from) + " -> " + stream(stream) + ";"));
            stream.consumers().forEach(to -> lines.add("  " + stream(stream) + " -> " + module(to) + ";"));
        }
        lines.add("}");
        return lines;
    }

    private static String module(String name) {
        return quoted("module " + name);
    }

    private static String stream(Wiring.Stream stream) {
        return quoted("stream " + stream.name());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
