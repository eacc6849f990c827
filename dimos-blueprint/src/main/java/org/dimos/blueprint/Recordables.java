package org.dimos.blueprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dimos.blueprint.Port.Direction;
import org.dimos.core.text.Glob;
import org.dimos.core.text.Nearest;
import org.dimos.record.Recording;

/** Finds out which streams of a blueprint a recorder keeps. */
final class Recordables {
    private Recordables() {}

    /**
     * The outputs of the modules that are recorded by default and run, or of all that run where there is none. In a
     * replay those of all that run, for what they make of the recording is what is new, and what is played beside them.
     */
    static List<Port> of(Blueprint blueprint) {
        Map<String, ModuleEntry> running = new LinkedHashMap<>();
        blueprint.modules().stream().filter(Entry::isEnabled).forEach(entry -> running.put(entry.name(), entry));
        List<ModuleEntry> declared = blueprint.recordModules().stream()
                .map(running::get)
                .filter(Objects::nonNull)
                .toList();
        boolean all = declared.isEmpty() || blueprint.replayPlan().isPresent();
        List<Port> kept = new ArrayList<>(distinctByStream((all ? List.copyOf(running.values()) : declared).stream()));
        blueprint.entries().stream()
                .filter(ProviderEntry.class::isInstance)
                .flatMap(entry -> entry.outputs().stream())
                .filter(port -> port.stream().endsWith(Recording.BESIDE))
                .forEach(kept::add);
        return kept;
    }

    /** The outputs of all parts that run, and what comes from outside, whose stream matches one of the patterns. */
    static List<Port> matching(Blueprint blueprint, List<String> patterns) {
        List<Port> all =
                new ArrayList<>(distinctByStream(blueprint.entries().stream().filter(Entry::isEnabled)));
        Set<String> here = all.stream().map(Port::stream).collect(Collectors.toSet());
        blueprint.linkedStreams().stream()
                .filter(link -> link.receives() && here.add(link.stream()))
                .forEach(link -> all.add(new Port(link.stream(), link.stream(), link.type(), Direction.OUT)));
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

    /** The output on a stream, if a part that runs has one. */
    static List<Port> named(Blueprint blueprint, String stream) {
        return distinctByStream(blueprint.entries().stream().filter(Entry::isEnabled)).stream()
                .filter(port -> port.stream().equals(stream))
                .toList();
    }

    /** The streams and modules that can be recorded. */
    static List<String> names(Blueprint blueprint) {
        return blueprint.entries().stream()
                .filter(entry -> entry.isEnabled() && !entry.outputs().isEmpty())
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.name()), entry.outputs().stream().map(Port::stream)))
                .distinct()
                .toList();
    }

    private static List<Port> distinctByStream(Stream<? extends Entry> entries) {
        Map<String, Port> byStream = new LinkedHashMap<>();
        entries.flatMap(entry -> entry.outputs().stream()).forEach(port -> byStream.putIfAbsent(port.stream(), port));
        return List.copyOf(byStream.values());
    }
}
