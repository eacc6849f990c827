package org.dimos.cli.studio.state;

import java.util.Optional;

/**
 * A line of the tree: a module, or one of its streams.
 *
 * @param module the module; empty for streams of which nothing says who published them
 * @param stream the stream; empty for the module itself
 * @param detail what is said about it
 */
public record Row(String module, Optional<String> stream, String detail) {

    /** A module. */
    public static Row ofModule(String module) {
        return new Row(module, Optional.empty(), "");
    }

    /** A stream. */
    public static Row ofStream(String module, String stream, String detail) {
        return new Row(module, Optional.of(stream), detail);
    }
}
