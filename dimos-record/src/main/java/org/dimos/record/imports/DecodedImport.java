package org.dimos.record.imports;

import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.Stamped;
import org.dimos.record.Observation;
import org.dimos.record.imports.ros.RosDecoder;
import org.dimos.record.sqlite.StreamSpec;

/** Decodes messages and encodes them anew. */
record DecodedImport(StreamSpec spec, RosDecoder decoder) implements MessageImport {

    DecodedImport(String stream, RosDecoder decoder) {
        this(StreamSpec.of(stream, decoder.codec().type()), decoder);
    }

    @Override
    public Observation<?> read(BagMessage message) {
        Object payload = decoder.decode(message.data());
        long stamp = payload instanceof Stamped stamped ? stamped.stampNanos() : 0;
        return Observation.encoded(
                spec.name(),
                stamp > 0 ? stamp : message.logNanos(),
                message.logNanos(),
                new Encoded(spec.codec(), encode(decoder.codec(), payload)),
                () -> payload);
    }

    private static <T> Bytes encode(MessageCodec<T> codec, Object payload) {
        return codec.encode(codec.type().cast(payload));
    }
}
