package org.dimos.blueprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The streams that the ports of a blueprint's enabled parts make.
 *
 * @param streams the streams, in the order in which they first occur
 */
public record Wiring(List<Stream> streams) {

    /**
     * A stream and who is on it.
     *
     * @param name the name of the stream
     * @param type the type of its messages
     * @param producers the parts that publish it
     * @param consumers the parts that take it
     */
    public record Stream(String name, Class<?> type, List<String> producers, List<String> consumers) {}

    private record End(Entry entry, Port port) {}

    /** The streams of a blueprint, whether they fit together or not: the first type found counts. */
    public static Wiring of(Blueprint blueprint) {
        return new Wiring(ends(blueprint).entrySet().stream()
                .map(stream -> stream(stream.getKey(), stream.getValue()))
                .toList());
    }

    /**
     * Refuses streams that carry two types.
     *
     * @throws BlueprintException naming for each such stream the modules and their types
     */
    static void check(Blueprint blueprint) {
        List<String> mistakes = new ArrayList<>();
        ends(blueprint).forEach((stream, ends) -> {
            Map<Class<?>, List<String>> byType = new LinkedHashMap<>();
            for (End end : ends) {
                byType.computeIfAbsent(end.port().type(), type -> new ArrayList<>())
                        .add(end.entry().name());
            }
            if (byType.size() > 1) {
                mistakes.add("stream '" + stream + "' has ports of different types: " + describe(byType)
                        + "; rename one of them");
            }
        });
        if (!mistakes.isEmpty()) {
            throw new BlueprintException(mistakes);
        }
    }

    static Set<String> streamNames(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.ports().stream())
                .map(Port::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String describe(Map<Class<?>, List<String>> byType) {
        return byType.entrySet().stream()
                .map(type -> type.getKey().getSimpleName() + " in " + String.join(", ", type.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, List<End>> ends(Blueprint blueprint) {
        Map<String, List<End>> ends = new LinkedHashMap<>();
        for (Entry entry : blueprint.entries()) {
            if (entry.isEnabled()) {
                for (Port port : entry.ports()) {
                    ends.computeIfAbsent(port.stream(), name -> new ArrayList<>())
                            .add(new End(entry, port));
                }
            }
        }
        return ends;
    }

    private static Stream stream(String name, List<End> ends) {
        Set<String> producers = new LinkedHashSet<>();
        Set<String> consumers = new LinkedHashSet<>();
        for (End end : ends) {
            (end.port().isOut() ? producers : consumers).add(end.entry().name());
        }
        return new Stream(name, ends.get(0).port().type(), List.copyOf(producers), List.copyOf(consumers));
    }
}
