package org.dimos.blueprint.introspection;

import java.util.List;
import java.util.OptionalLong;

/**
 * What became of the messages of a stream so far.
 *
 * @param name the name of the stream
 * @param type what its messages are called outside of the process: {@code sensor_msgs.Image}
 * @param producers the parts that publish it
 * @param consumers the parts that take it
 * @param transports what carries it to and from other processes, by name
 * @param sent messages handed to every receiver there was at the time
 * @param dropped messages that receivers did not get, over all receivers
 * @param refused messages that nobody got
 * @param lost messages that transports are known to have lost
 * @param bytes the size of all that went over transports, out and in; empty where none carries it
 * @param rate messages sent per second, over the last one or two seconds in which someone looked, else since then
 */
public record StreamTraffic(
        String name,
        String type,
        List<String> producers,
        List<String> consumers,
        List<String> transports,
        long sent,
        long dropped,
        long refused,
        long lost,
        OptionalLong bytes,
        double rate) {
    public StreamTraffic {
        producers = List.copyOf(producers);
        consumers = List.copyOf(consumers);
        transports = List.copyOf(transports);
    }
}
