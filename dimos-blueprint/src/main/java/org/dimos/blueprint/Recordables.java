package org.dimos.blueprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dimos.core.text.Glob;
import org.dimos.core.text.Nearest;

/** Finds out which streams of a blueprint a recorder keeps. */
final class Recordables {
    private Recordables() {}

    /** The outputs of the modules that are recorded by default and run, or of all that run where there is none. */
    static List<Port> of(Blueprint blueprint) {
        Map<String, ModuleEntry> running = new LinkedHashMap<>();
        blueprint.modules().stream().filter(Entry::isEnabled).forEach(entry -> running.put(entry.name(), entry));
        List<ModuleEntry> declared = blueprint.recordModules().stream()
                .map(running::get)
                .filter(Objects::nonNull)
                .toList();
        return distinctByStream((declared.isEmpty() ? List.copyOf(running.values()) : declared).stream());
    }

    /** The outputs of all parts that run whose stream matches one of the patterns. */
    static List<Port> matching(Blueprint blueprint, List<String> patterns) {
        List<Port> all = distinctByStream(blueprint.entries().stream().filter(Entry::isEnabled));
        List<String> names = all.stream().map(Port::stream).toList();
        for (String pattern : patterns) {
            if (names.stream().noneMatch(Glob.matching(pattern))) {
                throw new BlueprintException(
                        "no output of the blueprint matches '" + pattern + "'" + Nearest.hint(pattern, names));
            }
        }
        Predicate<String> wanted = Glob.matchingAny(patterns);
        return all.stream().filter(port -> wanted.test(port.stream())).toList();
    }

    private static List<Port> distinctByStream(Stream<? extends Entry> entries) {
        Map<String, Port> byStream = new LinkedHashMap<>();
        entries.flatMap(entry -> entry.outputs().stream()).forEach(port -> byStream.putIfAbsent(port.stream(), port));
        return List.copyOf(byStream.values());
    }
}
