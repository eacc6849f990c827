package org.dimos.record.mcap;

import java.util.Map;
import java.util.Optional;

/**
 * What a file exported from a recording says about a stream, in the metadata of its channel, so that an import gives the same stream again.
 *
 * @param typeName the type outside this process
 * @param javaType the class of the payloads; empty for opaque ones
 * @param codec how the recording kept them
 */
public record ChannelNotes(String typeName, String javaType, String codec) {
    private static final String TYPE = "dimos.type";
    private static final String JAVA_TYPE = "dimos.java_type";
    private static final String CODEC = "dimos.codec";

    /** The notes as metadata. */
    public Map<String, String> toMetadata() {
        return Map.of(TYPE, typeName, JAVA_TYPE, javaType, CODEC, codec);
    }

    /** The notes in a channel's metadata, if there are any. */
    public static Optional<ChannelNotes> of(Map<String, String> metadata) {
        return metadata.containsKey(TYPE) && metadata.containsKey(CODEC)
                ? Optional.of(
                        new ChannelNotes(metadata.get(TYPE), metadata.getOrDefault(JAVA_TYPE, ""), metadata.get(CODEC)))
                : Optional.empty();
    }
}
