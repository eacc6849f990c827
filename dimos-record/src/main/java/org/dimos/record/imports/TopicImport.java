package org.dimos.record.imports;

import java.util.Optional;
import java.util.stream.Stream;
import org.dimos.core.message.MessageFormatException;
import org.dimos.record.ros.LayoutException;
import org.dimos.record.sqlite.RecordingWriter;
import org.jspecify.annotations.Nullable;

/**
 * A topic on its way into the recording. The first message decides whether the topic can be decoded; a later one that cannot is kept in an
 * opaque stream beside the topic's own.
 */
final class TopicImport {
    private final BagTopic topic;
    private final StreamNaming naming;
    private final StreamImport own;
    private @Nullable StreamImport undecoded;

    private TopicImport(BagTopic topic, StreamNaming naming, StreamImport own) {
        this.topic = topic;
        this.naming = naming;
        this.own = own;
    }

    static TopicImport of(BagMessage first, StreamNaming naming) {
        BagTopic topic = first.topic();
        String name = naming.nameOf(topic.name());
        try {
            MessageImport decoded = ImportRules.of(name, first);
            decoded.read(first);
            return new TopicImport(topic, naming, new StreamImport(topic, decoded, Optional.empty()));
        } catch (LayoutException | MessageFormatException e) {
            OpaqueImport opaque = OpaqueImport.of(name, topic);
            return new TopicImport(topic, naming, new StreamImport(topic, opaque, Optional.of(reason(e))));
        }
    }

    void accept(BagMessage message, RecordingWriter writer) {
        try {
            own.accept(message, writer);
        } catch (MessageFormatException e) {
            undecoded(reason(e)).accept(message, writer);
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private StreamImport undecoded(String reason) {
        StreamImport known = undecoded;
        if (known == null) {
            String name = naming.unique(own.name() + "_undecoded");
            known = new StreamImport(topic, OpaqueImport.of(name, topic), Optional.of(reason));
            undecoded = known;
        }
        return known;
    }

    Stream<ImportedStream> streams() {
        return Stream.of(Optional.of(own), Optional.ofNullable(undecoded))
                .flatMap(Optional::stream)
                .map(StreamImport::result);
    }

    Optional<String> warning() {
        return Optional.ofNullable(undecoded)
                .map(rest -> rest.result().messages() + " messages of " + topic.name()
                        + " are not of its type and are kept as bytes in '" + rest.name() + "': "
                        + rest.result().opaque().orElse(""));
    }
}
