package org.dimos.blueprint;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Streams of a blueprint that are on a transport.
 *
 * @param transport the name of the transport
 * @param patterns which streams, with {@code *} and {@code ?}
 */
public record LinkEntry(String transport, List<String> patterns) implements Entry {
    public LinkEntry {
        patterns = List.copyOf(patterns);
    }

    @Override
    public String name() {
        return String.join(", ", patterns) + " on " + transport;
    }

    @Override
    public List<Port> ports() {
        return List.of();
    }

    @Override
    public Entry renamed(UnaryOperator<String> naming, UnaryOperator<String> streamNaming) {
        return new LinkEntry(transport, patterns.stream().map(streamNaming).toList());
    }
}
