package org.dimos.record.imports;

import java.util.Optional;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Opaque;
import org.dimos.record.Observation;
import org.dimos.record.imports.ros.RosType;
import org.dimos.record.imports.ros.Serialisation;
import org.dimos.record.imports.ros.StampField;
import org.dimos.record.sqlite.StreamSpec;

/** Keeps messages as the bytes they are. */
record OpaqueImport(StreamSpec spec, Optional<StampField> stamp) implements MessageImport {

    static OpaqueImport of(String stream, BagTopic topic) {
        Optional<Serialisation> known = Serialisation.named(topic.encoding());
        String encoding = known.isPresent() ? topic.encoding() : "bag-" + topic.encoding();
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
