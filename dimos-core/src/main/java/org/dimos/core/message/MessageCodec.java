package org.dimos.core.message;

import org.dimos.core.array.Bytes;

/**
 * Turns messages of one type into bytes and back. Safe to use from any thread.
 *
 * @param <T> the type of the messages
 */
public interface MessageCodec<T> {

    /** The class of the messages. */
    Class<T> type();

    /** The name of the type outside this process, such as {@code sensor_msgs.Image}. */
    String typeName();

    /** How the bytes are made: {@code lcm} or {@code json}. */
    String codecId();

    /** About how many bytes {@link #encode} will give; cheap. */
    int estimateSize(T message);

    /** The message as bytes. */
    Bytes encode(T message);

    /**
     * The message that bytes hold. May keep parts of {@code data} instead of copying them.
     *
     * @throws MessageFormatException if the bytes are no such message
     */
    T decode(Bytes data);
}
