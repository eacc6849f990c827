package org.dimos.blueprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dimos.core.text.Glob;
import org.dimos.core.text.Nearest;
import org.dimos.core.transport.lcm.LcmTransport;

/** Finds out which streams of a blueprint are on which transport, and in which direction. */
final class LinkedStreams {
    private static final String ALL = "*";

    private final Blueprint blueprint;
    private final List<Wiring.Stream> streams;
    private final Set<String> played;
    private final Map<String, LinkedStream> found = new LinkedHashMap<>();

    private LinkedStreams(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.streams = Wiring.of(blueprint).streams();
        this.played = blueprint.entries().stream()
                .filter(ProviderEntry.class::isInstance)
                .flatMap(entry -> entry.outputs().stream())
                .map(Port::stream)
                .collect(Collectors.toSet());
    }

    static List<LinkedStream> of(Blueprint blueprint) {
        return new LinkedStreams(blueprint).find();
    }

    /** A sentence for each pattern that fits no stream. */
    static List<String> mistakes(Blueprint blueprint) {
        List<String> names =
                Wiring.of(blueprint).streams().stream().map(Wiring.Stream::name).toList();
        List<String> mistakes = new ArrayList<>();
        for (LinkEntry link : links(blueprint)) {
            for (String pattern : link.patterns()) {
                if (!pattern.equals(ALL) && names.stream().noneMatch(Glob.matching(pattern))) {
                    mistakes.add("no stream of the blueprint matches '" + pattern + "', which shall be on "
                            + link.transport() + Nearest.hint(pattern, names));
                }
            }
        }
        return mistakes;
    }

    /**
     * The streams of a blueprint that go out on LCM when they are asked for.
     *
     * @throws BlueprintException if a pattern fits none
     */
    static List<LinkedStream> shared(Blueprint blueprint, List<String> patterns) {
        Blueprint linked = blueprint.lcm(patterns.toArray(String[]::new));
        List<String> mistakes = mistakes(linked);
        if (!mistakes.isEmpty()) {
            throw new BlueprintException(mistakes);
        }
        Predicate<String> wanted = Glob.matchingAny(patterns);
        return of(linked).stream()
                .filter(link -> link.transport().equals(LcmTransport.NAME) && wanted.test(link.stream()))
                .map(LinkedStream::outwards)
                .toList();
    }

    static List<LinkEntry> links(Blueprint blueprint) {
        return blueprint.entries().stream()
                .filter(LinkEntry.class::isInstance)
                .map(LinkEntry.class::cast)
                .toList();
    }

    private List<LinkedStream> find() {
        links(blueprint).forEach(this::add);
        blueprint.modules().stream().filter(Entry::isEnabled).forEach(this::addRemote);
        return List.copyOf(found.values());
    }

    /** What a recording plays comes from the recording alone. */
    private void add(LinkEntry link) {
        for (Wiring.Stream stream : streams) {
            if (Glob.matchingAny(link.patterns()).test(stream.name())) {
                boolean named = link.patterns().contains(stream.name());
                boolean receives = !played.contains(stream.name());
                add(new LinkedStream(link.transport(), stream.name(), stream.type(), true, receives, named));
            }
        }
    }

    private void addRemote(ModuleEntry module) {
        for (Port port : module.remote().isPresent() ? module.ports() : List.<Port>of()) {
            boolean in = port.isOut() && !played.contains(port.stream());
            add(new LinkedStream(module.remote().orElseThrow(), port.stream(), port.type(), !port.isOut(), in, true));
        }
    }

    private void add(LinkedStream link) {
        found.merge(link.transport() + " " + link.stream(), link, LinkedStream::and);
    }
}
