package org.dimos.record.imports;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a bag is imported.
 *
 * @param names the stream for a topic, by the topic's full name; other topics keep their name without the leading slash
 */
public record ImportOptions(Map<String, String> names) {

    public ImportOptions {
        names = Map.copyOf(names);
    }

    /** Every topic under its own name. */
    public static ImportOptions defaults() {
        return new ImportOptions(Map.of());
    }

    /** The same with a topic imported as the given stream. */
    public ImportOptions rename(String topic, String stream) {
        Map<String, String> all = new TreeMap<>(names);
        all.put(topic, stream);
        return new ImportOptions(all);
    }
}
