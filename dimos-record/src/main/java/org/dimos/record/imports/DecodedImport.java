package org.dimos.record.imports;

import java.util.function.Function;
import org.dimos.core.message.Stamped;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.StreamSpec;

/**
 * Decodes messages; they are encoded anew.
 *
 * @param decoder makes the payload of a message
 * @param restored whether messages were published at the very time that the recording they come from gave them
 */
record DecodedImport(StreamSpec spec, Function<BagMessage, Object> decoder, boolean restored) implements MessageImport {

    /** The time of an observation is the message's own stamp, or else that of its reception. */
    static DecodedImport stamped(StreamSpec spec, Function<BagMessage, Object> decoder) {
        return new DecodedImport(spec, decoder, false);
    }

    @Override
    public Observation<?> read(BagMessage message) {
        Object payload = decoder.apply(message);
        return Observation.of(spec.name(), time(message, payload), message.logNanos(), payload);
    }

    private long time(BagMessage message, Object payload) {
        if (restored) {
            return message.publishNanos();
        }
        long stamp = payload instanceof Stamped stamped ? stamped.stampNanos() : 0;
        return stamp > 0 ? stamp : message.logNanos();
    }
}
