package org.dimos.core.transport;

import java.util.Optional;

/**
 * What a channel between processes is called: {@code /lidar#sensor_msgs.PointCloud2} carries the stream {@code lidar}.
 * A stream in a namespace keeps its slashes. A channel whose name has another form carries something else than a typed
 * stream, such as a pickle of Python's.
 *
 * @param stream the name of the stream, without the slash in front
 * @param typeName the type of its messages
 */
public record ChannelName(String stream, String typeName) {

    /** How many bytes long a channel's name can be for every program that speaks LCM. */
    public static final int LONGEST = 63;

    private static final char TYPE_MARK = '#';

    public ChannelName {
        if (!isPossible(stream, typeName)) {
            throw new IllegalArgumentException(
                    "a channel has a stream and a type, but here they are '" + stream + "' and '" + typeName + "'");
        }
    }

    private static boolean isPossible(String stream, String typeName) {
        return !stream.isEmpty() && !typeName.isEmpty() && typeName.indexOf(TYPE_MARK) < 0;
    }

    /** The channel of a stream; empty if the type has no name that a channel could show. */
    public static Optional<ChannelName> of(String stream, String typeName) {
        return isPossible(stream, typeName) ? Optional.of(new ChannelName(stream, typeName)) : Optional.empty();
    }

    /** The stream and the type that a channel's name holds; the type is what follows the last {@code #}. */
    public static Optional<ChannelName> parse(String channel) {
        int mark = channel.lastIndexOf(TYPE_MARK);
        int start = channel.startsWith("/") ? 1 : 0;
        return mark <= start || mark == channel.length() - 1
                ? Optional.empty()
                : Optional.of(new ChannelName(channel.substring(start, mark), channel.substring(mark + 1)));
    }

    /** The name as it travels. */
    public String text() {
        return "/" + stream + TYPE_MARK + typeName;
    }
}
