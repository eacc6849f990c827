package org.dimos.record.bus;

import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Envelope;
import org.dimos.core.bus.Origin;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.MessageFormatException;
import org.dimos.core.message.Stamped;
import org.dimos.core.message.lcm.LcmCodec;
import org.dimos.record.ros.StandIn;
import org.dimos.record.sqlite.PayloadCodecs;

/**
 * How the messages of a stream look between processes: what is encoded already goes as it is, numbers and texts as the
 * messages of {@code std_msgs} that hold them.
 *
 * @param <T> the type of the messages in the graph
 */
public final class WireForm<T> {
    private static final String JPEG = "jpeg";

    private final Class<T> type;
    private final StandIn standIn;
    private final MessageCodec<?> codec;

    private WireForm(Class<T> type, StandIn standIn, MessageCodec<?> codec) {
        this.type = type;
        this.standIn = standIn;
        this.codec = codec;
    }

    /**
     * The form of a type.
     *
     * @throws IllegalArgumentException if its messages cannot be encoded
     */
    public static <T> WireForm<T> of(Class<T> type) {
        StandIn standIn = StandIn.of(type);
        return new WireForm<>(type, standIn, MessageCodecs.of(standIn.message()));
    }

    /** What the type is called between processes. */
    public String typeName() {
        return codec.typeName();
    }

    /** About how many bytes a message takes until it is sent. */
    public int estimateSize(Envelope<T> message) {
        Encoded encoded = message.encoded();
        return encoded != null
                ? encoded.data().length()
                : estimate(codec, standIn.to().apply(message.payload()));
    }

    private static <M> int estimate(MessageCodec<M> codec, Object message) {
        return codec.estimateSize(codec.type().cast(message));
    }

    /** The bytes that travel. */
    public Bytes encode(Envelope<T> message) {
        Encoded encoded = message.encoded();
        return encoded != null && travels(encoded.codec())
                ? PayloadCodecs.unpack(encoded).data()
                : encode(codec, standIn.to().apply(message.payload()));
    }

    /** An image that is kept as JPEG is an LCM message too. */
    private boolean travels(String stored) {
        String base = PayloadCodecs.base(stored);
        return PayloadCodecs.isKnown(stored)
                && (base.equals(codec.codecId()) || (base.equals(JPEG) && codec instanceof LcmCodec));
    }

    private static <M> Bytes encode(MessageCodec<M> codec, Object message) {
        return codec.encode(codec.type().cast(message));
    }

    /**
     * A message that came in. Decoded when someone asks, as far as its time is known without that.
     *
     * @throws MessageFormatException if it is of another type
     */
    public Envelope<T> read(Bytes data, Origin origin, long nowNanos) {
        Encoded encoded = new Encoded(codec.codecId(), data);
        if (codec instanceof LcmCodec<?> lcm) {
            if (!lcm.fits(data)) {
                throw new MessageFormatException("it is no " + lcm.typeName() + " by its first eight bytes");
            }
            long stamp = lcm.stampNanos(data);
            return Envelope.foreign(encoded, () -> decode(data), origin, stamp > 0 ? stamp : nowNanos, nowNanos);
        }
        T message = decode(data);
        long stamp = message instanceof Stamped stamped ? stamped.stampNanos() : 0;
        return Envelope.foreign(encoded, () -> message, origin, stamp > 0 ? stamp : nowNanos, nowNanos);
    }

    private T decode(Bytes data) {
        return type.cast(standIn.from().apply(codec.decode(data)));
    }
}
