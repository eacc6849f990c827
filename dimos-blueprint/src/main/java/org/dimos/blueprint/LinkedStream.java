package org.dimos.blueprint;

/**
 * A stream of a blueprint that is on a transport.
 *
 * @param transport the name of the transport
 * @param stream the name of the stream
 * @param type the type of its messages
 * @param sends whether what the graph publishes goes out
 * @param receives whether what comes from outside is published in the graph
 * @param named whether it was asked for by its name, and not just as one of many
 */
public record LinkedStream(
        String transport, String stream, Class<?> type, boolean sends, boolean receives, boolean named) {

    /** The same, out only. */
    LinkedStream outwards() {
        return new LinkedStream(transport, stream, type, true, false, named);
    }

    LinkedStream and(LinkedStream other) {
        return new LinkedStream(
                transport, stream, type, sends || other.sends, receives || other.receives, named || other.named);
    }
}
