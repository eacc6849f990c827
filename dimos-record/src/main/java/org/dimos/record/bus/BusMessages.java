package org.dimos.record.bus;

import java.util.Optional;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.MessageFormatException;
import org.dimos.core.message.Opaque;
import org.dimos.core.message.Stamped;
import org.dimos.core.transport.ChannelName;
import org.dimos.core.transport.Packet;
import org.dimos.record.Observation;

/** Messages of other processes, decoded for who looks at them. */
public final class BusMessages {
    private BusMessages() {}

    /**
     * What a message says; one of a type that is not known here stays as its bytes.
     *
     * @throws MessageFormatException if it is not what its channel says
     */
    public static Observation<?> read(Packet packet) {
        ChannelName name = ChannelName.parse(packet.channel())
                .orElseThrow(() -> new MessageFormatException("'" + packet.channel() + "' carries no typed stream"));
        Optional<MessageCodec<?>> codec = MessageCodecs.byTypeName(name.typeName());
        Object payload = codec.isPresent() ? codec.get().decode(packet.payload()) : opaque(name, packet);
        long stamp = payload instanceof Stamped stamped ? stamped.stampNanos() : 0;
        return Observation.of(
                name.stream(), stamp > 0 ? stamp : packet.receptionNanos(), packet.receptionNanos(), payload);
    }

    private static Opaque opaque(ChannelName name, Packet packet) {
        return new Opaque(name.typeName(), new Encoded("lcm", packet.payload()));
    }
}
