package org.dimos.record.replay;

import java.time.Duration;
import java.util.Optional;
import org.dimos.record.StreamInfo;

/**
 * A recorded stream as it is to be played.
 *
 * @param source the stream in the file
 * @param name the name it is played under
 * @param type the type of the messages played, if this program knows it
 * @param operators what is done with it
 * @param shiftNanos how far the operators move it in time, for the start of the replay
 * @param changed whether operators may change how many messages there are
 * @param latched whether a message holds until the next, also for those who come later
 */
public record StreamView(
        StreamInfo source,
        String name,
        Optional<Class<?>> type,
        ReplayOperator operators,
        long shiftNanos,
        boolean changed,
        boolean latched) {

    /** A stream as it was recorded. */
    public static StreamView of(StreamInfo source) {
        return new StreamView(
                source,
                source.name(),
                source.payloadType(),
                ReplayOperator.identity(),
                0,
                false,
                LatchedStreams.isLatched(source));
    }

    /** The same under another name. */
    public StreamView named(String newName) {
        return new StreamView(source, newName, type, operators, shiftNanos, changed, latched);
    }

    /** The same with one more operator, which keeps the type. */
    public StreamView with(ReplayOperator operator) {
        return new StreamView(source, name, type, operators.then(operator), shiftNanos, true, latched);
    }

    /** The same with one more operator, after which the messages are of another type. */
    public StreamView with(ReplayOperator operator, Class<?> newType) {
        return new StreamView(source, name, Optional.of(newType), operators.then(operator), shiftNanos, true, latched);
    }

    /** The same, its messages taken to hold until the next. */
    public StreamView holding() {
        return new StreamView(source, name, type, operators, shiftNanos, changed, true);
    }

    /** The same, moved in time. */
    public StreamView shifted(Duration shift) {
        return new StreamView(
                source,
                name,
                type,
                operators.then(Mapping.shift(shift)),
                shiftNanos + shift.toNanos(),
                changed,
                latched);
    }
}
