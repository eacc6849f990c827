package org.dimos.blueprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is on which stream as long as a blueprint runs. */
final class StreamEnds {
    private static final Ends NONE = new Ends(List.of(), List.of());

    private final Blueprint blueprint;
    private final Map<String, Ends> streams = new HashMap<>();
    private final Map<String, Ends> parts = new HashMap<>();

    /**
     * What goes in and what comes out.
     *
     * @param in the streams that a part takes, or the producers of a stream
     * @param out the streams that a part publishes, or the consumers of a stream
     */
    record Ends(List<String> in, List<String> out) {}

    StreamEnds(Blueprint blueprint) {
        this.blueprint = blueprint;
        for (Wiring.Stream stream : Wiring.of(blueprint).streams()) {
            streams.put(stream.name(), new Ends(stream.producers(), stream.consumers()));
        }
        for (Entry entry : blueprint.entries()) {
            parts.put(entry.name(), new Ends(names(entry.inputs()), names(entry.outputs())));
        }
    }

    private static List<String> names(List<Port> ports) {
        return ports.stream().map(Port::stream).toList();
    }

    boolean isOf(Blueprint other) {
        return blueprint.equals(other);
    }

    Ends ofStream(String name) {
        return streams.getOrDefault(name, NONE);
    }

    Ends ofPart(String name) {
        return parts.getOrDefault(name, NONE);
    }
}
