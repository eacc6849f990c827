package org.dimos.record.imports;

import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.RecordingWriter;

/** A stream that is being written. It is registered with its first message. */
final class StreamImport {
    private final BagTopic topic;
    private final MessageImport messages;
    private final Optional<String> opaque;
    private long count;

    /** @param opaque why the messages are kept as bytes */
    StreamImport(BagTopic topic, MessageImport messages, Optional<String> opaque) {
        this.topic = topic;
        this.messages = messages;
        this.opaque = opaque;
    }

    String name() {
        return messages.spec().name();
    }

    void accept(BagMessage message, RecordingWriter writer) {
        Observation<?> observation = messages.read(message);
        writer.stream(messages.spec()).append(observation);
        count++;
    }

    ImportedStream result() {
        return new ImportedStream(topic.name(), name(), messages.spec().typeName(), count, opaque);
    }
}
