package org.dimos.record.imports;

import java.util.Optional;
import java.util.Set;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Opaque;
import org.dimos.record.Observation;
import org.dimos.record.ros.RosType;
import org.dimos.record.ros.Serialisation;
import org.dimos.record.ros.StampField;
import org.dimos.record.sqlite.StreamSpec;

/** Keeps messages as the bytes they are. */
record OpaqueImport(StreamSpec spec, Optional<StampField> stamp) implements MessageImport {

    /** Encodings that recordings call the same. */
    private static final Set<String> NAMED_AS_HERE = Set.of(BagTopic.LCM, "pickle");

    static OpaqueImport of(String stream, BagTopic topic) {
        Optional<Serialisation> known = Serialisation.named(topic.encoding());
        boolean plain = known.isPresent() || NAMED_AS_HERE.contains(topic.encoding());
        String encoding = plain ? topic.encoding() : "bag-" + topic.encoding();
        return new OpaqueImport(
                StreamSpec.opaque(stream, topic.typeName(), encoding),
                known.flatMap(each -> new RosType(topic.typeName(), each, topic.definition()).stampField()));
    }

    @Override
    public Observation<?> read(BagMessage message) {
        long found = stamp.map(field -> field.nanos(message.data())).orElse(0L);
        return Observation.of(
                spec.name(),
                found > 0 ? found : message.logNanos(),
                message.logNanos(),
                new Opaque(spec.typeName(), new Encoded(spec.codec(), message.data())));
    }
}
