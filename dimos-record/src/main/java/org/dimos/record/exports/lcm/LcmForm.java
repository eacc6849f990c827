package org.dimos.record.exports.lcm;

import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Opaque;
import org.dimos.core.message.Stamped;
import org.dimos.core.transport.ChannelName;
import org.dimos.record.Observation;
import org.dimos.record.replay.StreamView;
import org.dimos.record.ros.StandIn;
import org.dimos.record.sqlite.PayloadCodecs;

/**
 * What the messages of a stream become in a log.
 *
 * @param channel the channel as dimos names it
 * @param encoding how they are encoded
 * @param stamped whether messages say themselves when they were true
 * @param encoder makes the bytes of an observation
 */
record LcmForm(String channel, String encoding, boolean stamped, Encoder encoder) {

    /** Makes the bytes of an observation. */
    interface Encoder {
        Bytes encode(Observation<?> observation);
    }

    /** Numbers and texts become messages of {@code std_msgs}; what is stored as LCM is passed through. */
    static LcmForm of(StreamView stream) {
        Optional<Class<?>> type = stream.type().filter(known -> known != Opaque.class);
        if (type.isEmpty()) {
            String encoding = PayloadCodecs.base(stream.source().codec());
            String channel = encoding.equals("pickle")
                    ? "/" + stream.name()
                    : channel(stream, stream.source().typeName());
            return new LcmForm(
                    channel,
                    encoding,
                    false,
                    observation -> PayloadCodecs.unpack(((Opaque) observation.payload()).encoded())
                            .data());
        }
        // An image that is kept as JPEG is an LCM message as it is.
        StandIn standIn = StandIn.of(type.get());
        MessageCodec<?> codec = MessageCodecs.of(standIn.message());
        boolean stamped = Stamped.class.isAssignableFrom(standIn.message());
        return new LcmForm(
                channel(stream, codec.typeName()),
                codec.codecId(),
                stamped,
                observation -> bytes(observation, standIn, codec));
    }

    private static String channel(StreamView stream, String typeName) {
        return ChannelName.of(stream.name(), typeName).map(ChannelName::text).orElse("/" + stream.name());
    }

    private static <T> Bytes bytes(Observation<?> observation, StandIn standIn, MessageCodec<T> codec) {
        Optional<Encoded> stored = observation.encoded().filter(encoded -> isLcm(encoded.codec()));
        return stored.isPresent()
                ? PayloadCodecs.unpack(stored.get()).data()
                : codec.encode(codec.type().cast(standIn.to().apply(observation.payload())));
    }

    private static boolean isLcm(String codec) {
        String base = PayloadCodecs.base(codec);
        return PayloadCodecs.isKnown(codec) && (base.equals("lcm") || base.equals("jpeg"));
    }
}
