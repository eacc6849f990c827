package org.dimos.record.imports;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dimos.core.message.MessageFormatException;
import org.dimos.record.ros.LayoutException;

/** Reads and decodes a bag as an import does, and writes nothing. */
public final class DryImport {
    private DryImport() {}

    public static void of(Path source) {
        Map<BagTopic, MessageImport> topics = new HashMap<>();
        try (BagReader reader = BagFormats.open(source)) {
            for (Optional<BagMessage> next = reader.next(); next.isPresent(); next = reader.next()) {
                BagMessage message = next.get();
                MessageImport topic = topics.computeIfAbsent(message.topic(), unused -> how(message));
                try {
                    topic.read(message);
                } catch (MessageFormatException e) {
                    OpaqueImport.of("x", message.topic()).read(message);
                }
            }
            reader.warnings();
        }
    }

    private static MessageImport how(BagMessage first) {
        try {
            return ImportRules.of("x", first);
        } catch (LayoutException | MessageFormatException e) {
            return OpaqueImport.of("x", first.topic());
        }
    }
}
