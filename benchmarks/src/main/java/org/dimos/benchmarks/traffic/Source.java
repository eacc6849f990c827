package org.dimos.benchmarks.traffic;

import java.time.Duration;
import java.util.function.LongFunction;

/**
 * One who publishes at a steady rate.
 *
 * @param stream the stream
 * @param type the type of the messages
 * @param hertz messages in a second
 * @param message makes a message of a stamp, nanoseconds since the epoch
 */
public record Source<T>(String stream, Class<T> type, double hertz, LongFunction<T> message) {

    /** How many messages it sends in a time. */
    public long messages(Duration time) {
        return Math.round(hertz * time.toMillis() / 1000);
    }
}
