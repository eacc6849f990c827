package org.dimos.record.imports;

import java.util.List;
import java.util.Optional;
import org.dimos.core.message.MessageFormatException;
import org.dimos.record.ros.LayoutException;
import org.dimos.record.ros.RosDecoder;
import org.dimos.record.ros.RosType;
import org.dimos.record.ros.Serialisation;
import org.dimos.record.sqlite.StreamSpec;

/** The ways to decode messages, in the order in which they are tried. */
final class ImportRules {
    private static final List<ImportRule> ALL = List.of(
            RestoredStreams::of, //
            LcmMessages::of,
            FoxgloveJson::of,
            ImportRules::ros);

    private ImportRules() {}

    /**
     * How to decode the messages of a topic.
     *
     * @throws LayoutException if the topic's type is not known here
     * @throws MessageFormatException if the encoding is not known here
     */
    static MessageImport of(String stream, BagMessage first) throws LayoutException {
        for (ImportRule rule : ALL) {
            Optional<MessageImport> found = rule.of(stream, first);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new MessageFormatException("the encoding '" + first.topic().encoding() + "' of "
                + first.topic().typeName() + " is not known here");
    }

    private static Optional<MessageImport> ros(String stream, BagMessage first) throws LayoutException {
        BagTopic topic = first.topic();
        Optional<Serialisation> serialisation = Serialisation.named(topic.encoding());
        if (serialisation.isEmpty()) {
            return Optional.empty();
        }
        RosDecoder decoder = new RosType(topic.typeName(), serialisation.get(), topic.definition()).decoder();
        StreamSpec spec = StreamSpec.of(stream, decoder.codec().type());
        return Optional.of(DecodedImport.stamped(spec, message -> decoder.decode(message.data())));
    }
}
