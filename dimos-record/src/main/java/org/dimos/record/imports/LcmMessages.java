package org.dimos.record.imports;

import java.util.Optional;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Stamped;
import org.dimos.record.Observation;
import org.dimos.record.ros.LayoutException;
import org.dimos.record.sqlite.StreamSpec;

/** Messages in LCM: they are checked, and stored as the bytes they are. */
record LcmMessages(StreamSpec spec, MessageCodec<?> codec) implements MessageImport {
    private static final int FINGERPRINT = Long.BYTES;

    /** A type is known by its fingerprint; a channel that names another type than its messages have is not. */
    static Optional<MessageImport> of(String stream, BagMessage first) throws LayoutException {
        BagTopic topic = first.topic();
        if (!topic.encoding().equals(BagTopic.LCM)) {
            return Optional.empty();
        }
        String named = topic.typeName();
        if (first.data().length() < FINGERPRINT) {
            throw new LayoutException("its messages are too short for LCM");
        }
        long fingerprint = first.data().asBuffer().getLong();
        MessageCodec<?> codec = MessageCodecs.byFingerprint(fingerprint, named)
                .orElseThrow(() -> new LayoutException("there is no message record for "
                        + (named.isEmpty() ? "it" : named) + " with the fingerprint " + Long.toHexString(fingerprint)));
        if (!named.isEmpty()
                && !named.equals(codec.typeName())
                && MessageCodecs.byTypeName(named).isPresent()) {
            throw new LayoutException("its messages are no " + named + " by their fingerprint");
        }
        return Optional.of(new LcmMessages(StreamSpec.of(stream, codec.type()), codec));
    }

    @Override
    public Observation<?> read(BagMessage message) {
        Object payload = codec.decode(message.data());
        long stamp = payload instanceof Stamped stamped ? stamped.stampNanos() : 0;
        return Observation.encoded(
                spec.name(),
                stamp > 0 ? stamp : message.publishNanos(),
                message.logNanos(),
                new Encoded(spec.codec(), message.data()),
                () -> payload);
    }
}
