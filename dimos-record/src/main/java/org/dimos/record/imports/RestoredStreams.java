package org.dimos.record.imports;

import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Opaque;
import org.dimos.record.mcap.ChannelNotes;
import org.dimos.record.ros.LayoutException;
import org.dimos.record.ros.RosDecoder;
import org.dimos.record.ros.RosType;
import org.dimos.record.ros.Serialisation;
import org.dimos.record.ros.StandIn;
import org.dimos.record.sqlite.StreamSpec;

/** Streams that were exported from a recording: they become again what they were there. */
final class RestoredStreams {
    private RestoredStreams() {}

    static Optional<MessageImport> of(String stream, BagMessage first) throws LayoutException {
        BagTopic topic = first.topic();
        Optional<ChannelNotes> notes = ChannelNotes.of(topic.notes());
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        if (notes.get().javaType().isEmpty()) {
            return Optional.of(opaque(StreamSpec.opaque(
                    stream, notes.get().typeName(), notes.get().codec())));
        }
        Optional<StreamSpec> spec =
                StreamSpec.restored(stream, notes.get().javaType(), notes.get().codec());
        return spec.isPresent() ? Optional.of(known(spec.get(), topic)) : Optional.empty();
    }

    private static MessageImport known(StreamSpec spec, BagTopic topic) throws LayoutException {
        if (topic.encoding().equals(BagTopic.CDR)) {
            return ros(spec, topic);
        }
        MessageCodec<?> codec = MessageCodecs.of(spec.javaType());
        return new DecodedImport(spec, message -> codec.decode(message.data()), true);
    }

    private static MessageImport ros(StreamSpec spec, BagTopic topic) throws LayoutException {
        StandIn standIn = StandIn.of(spec.javaType(), spec.codec());
        RosDecoder decoder = new RosType(topic.typeName(), Serialisation.CDR, topic.definition())
                .decoder(MessageCodecs.of(standIn.message()));
        return new DecodedImport(
                spec, message -> standIn.from().apply(decoder.decode(message.data(), message.sequence())), true);
    }

    private static MessageImport opaque(StreamSpec spec) {
        return new DecodedImport(spec, message -> opaque(spec, message.data()), true);
    }

    private static Opaque opaque(StreamSpec spec, Bytes data) {
        return new Opaque(spec.typeName(), new Encoded(spec.codec(), data));
    }
}
