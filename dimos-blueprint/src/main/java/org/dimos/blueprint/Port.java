package org.dimos.blueprint;

import java.util.function.UnaryOperator;

/**
 * One typed end of a stream, as a value.
 *
 * @param name what the module calls it: its record component in snake case
 * @param stream what the stream is called in the graph, after renames and namespaces
 * @param type the type of the messages
 * @param direction whether messages come in or go out
 * @param latched whether the last message holds until the next
 */
public record Port(String name, String stream, Class<?> type, Direction direction, boolean latched) {

    /** One whose messages are events. */
    public Port(String name, String stream, Class<?> type, Direction direction) {
        this(name, stream, type, direction, false);
    }

    /** Which way messages go. */
    public enum Direction {
        IN,
        OUT
    }

    /** Whether messages go out here. */
    public boolean isOut() {
        return direction == Direction.OUT;
    }

    Port withStream(String newStream) {
        return new Port(name, newStream, type, direction, latched);
    }

    Port mapStream(UnaryOperator<String> naming) {
        return withStream(naming.apply(stream));
    }
}
