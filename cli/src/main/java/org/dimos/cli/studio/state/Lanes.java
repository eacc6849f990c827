package org.dimos.cli.studio.state;

import java.util.Map;
import java.util.Optional;

/**
 * What came of all streams in a span of time.
 *
 * @param span which span
 * @param byStream the lanes by the names of their streams
 */
public record Lanes(Span span, Map<String, Lane> byStream) {
    /** Nothing was counted yet. */
    public static final Lanes NONE = new Lanes(Span.NONE, Map.of());

    public Lanes {
        byStream = Map.copyOf(byStream);
    }

    /** The lane of a stream, if it was counted. */
    public Optional<Lane> of(String stream) {
        return Optional.ofNullable(byStream.get(stream));
    }
}
