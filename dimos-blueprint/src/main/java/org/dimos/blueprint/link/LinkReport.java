package org.dimos.blueprint.link;

/**
 * What became of the messages of a stream between a graph and a transport.
 *
 * @param transport the name of the transport
 * @param stream the name of the stream
 * @param typeName the type of its messages outside of this process
 * @param sends whether what the graph publishes goes out
 * @param receives whether what comes from outside is published in the graph
 * @param sent messages given to the transport
 * @param dropped messages that did not go out: they came faster than they could be sent, or could not be encoded
 * @param received messages from outside, published in the graph
 * @param refused messages from outside that are not of the stream's type
 * @param sentBytes the payload of those sent
 * @param receivedBytes the payload of those from outside, received or refused
 * @param lost messages of the stream that the transport is known to have lost, out or in; there may be more
 */
public record LinkReport(
        String transport,
        String stream,
        String typeName,
        boolean sends,
        boolean receives,
        long sent,
        long dropped,
        long received,
        long refused,
        long sentBytes,
        long receivedBytes,
        long lost) {}
