package org.dimos.record.bus;

import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.bus.Origin;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.MessageFormatException;
import org.dimos.core.message.Opaque;
import org.dimos.core.message.lcm.LcmCodec;
import org.dimos.core.transport.ChannelName;
import org.dimos.record.Recorder;
import org.dimos.record.sqlite.StreamSpec;

/**
 * A stream from outside: its first message decides whether it is of a type that this program knows.
 *
 * @param <T> the type of its messages; {@link Opaque} if that is not known here
 */
final class BusStream<T> {
    private static final String JSON = "json";
    private static final String LCM = "lcm";

    /** Turns a message into one on its way to the recorder. */
    private interface Reader<T> {
        Envelope<T> read(Bytes data, long nanos);
    }

    private final Channel<T> channel;
    private final String typeName;
    private final Reader<T> reader;

    private BusStream(Channel<T> channel, String typeName, Reader<T> reader) {
        this.channel = channel;
        this.typeName = typeName;
        this.reader = reader;
    }

    /**
     * Begins to record a stream.
     *
     * @throws org.dimos.record.RecordingException if no recorded stream can have its name
     */
    static BusStream<?> begin(ChannelName name, Bytes first, Bus bus, Recorder recorder, Origin origin) {
        StreamSpec.checkName(name.stream());
        boolean json = !first.isEmpty() && first.get(0) == '{' && first.get(first.length() - 1) == '}';
        Optional<Class<?>> type = json ? ownType(name) : standardType(name, first);
        BusStream<?> stream =
                type.isPresent() ? known(name, type.get(), bus, origin) : unknown(name, json ? JSON : LCM, bus);
        recorder.record(stream.channel);
        return stream;
    }

    private static Optional<Class<?>> standardType(ChannelName name, Bytes first) {
        Optional<MessageCodec<?>> codec = MessageCodecs.byTypeName(name.typeName());
        return codec.isPresent() && codec.get() instanceof LcmCodec<?> lcm && lcm.fits(first)
                ? Optional.of(lcm.type())
                : Optional.empty();
    }

    /** A record of Java's own, if this program has it. */
    private static Optional<Class<?>> ownType(ChannelName name) {
        return StreamSpec.restored(name.stream(), name.typeName(), JSON).map(StreamSpec::javaType);
    }

    private static <T> BusStream<T> known(ChannelName name, Class<T> type, Bus bus, Origin origin) {
        WireForm<T> form = WireForm.of(type);
        return new BusStream<>(
                bus.channel(name.stream(), type), name.typeName(), (data, nanos) -> form.read(data, origin, nanos));
    }

    private static BusStream<Opaque> unknown(ChannelName name, String codec, Bus bus) {
        return new BusStream<>(
                bus.channel(name.stream(), Opaque.class),
                name.typeName(),
                (data, nanos) -> Envelope.at(new Opaque(name.typeName(), new Encoded(codec, data)), nanos, nanos));
    }

    String typeName() {
        return typeName;
    }

    /**
     * Hands a message to the recorder.
     *
     * @throws MessageFormatException if it is of another type than the first
     */
    void accept(String type, Bytes data, long nanos) {
        if (!type.equals(typeName)) {
            throw new MessageFormatException("it is a " + type);
        }
        channel.publish(reader.read(data, nanos));
    }
}
