package org.dimos.record.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.dimos.record.RecordingException;

/**
 * What Python dimos notes about a stream, a JSON object in the table {@code _streams}.
 *
 * @param payloadModule module and class of the payload in Python
 * @param codecId how payloads are encoded: codecs joined by {@code +}, the outermost first
 */
record StreamConfig(String payloadModule, String codecId) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DEFAULTS = ", \"eager_blobs\": false, \"page_size\": 256, \"blob_store\":"
            + " {\"class\": \"dimos.memory.blobstore.sqlite.SqliteBlobStore\", \"config\": {\"path\": null}},"
            + " \"vector_store\": {\"class\": \"dimos.memory.vectorstore.sqlite.SqliteVectorStore\","
            + " \"config\": {\"path\": null}}, \"notifier\":"
            + " {\"class\": \"dimos.memory.notifier.subject.SubjectNotifier\", \"config\": {}}}";

    /** The JSON with Python's defaults, spaces and order of keys. */
    String toJson() {
        return "{\"payload_module\": " + quoted(payloadModule) + ", \"codec_id\": " + quoted(codecId) + DEFAULTS;
    }

    private static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Reads what either generation of Python dimos wrote; keys it does not know are no concern of a reader.
     *
     * @throws RecordingException if the stream cannot be read
     */
    static StreamConfig parse(String stream, String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new RecordingException("the registration of stream '" + stream + "' is no JSON", e);
        }
        String module = root.path("payload_module").asText("");
        String codec = root.path("codec_id").asText("");
        if (module.isEmpty() || codec.isEmpty()) {
            throw new RecordingException(
                    "the registration of stream '" + stream + "' has no payload_module or no codec_id");
        }
        String store = root.path("blob_store").path("class").asText("");
        if (!store.isEmpty() && !store.endsWith(".SqliteBlobStore")) {
            throw new RecordingException("stream '" + stream + "' keeps its payloads outside the file ("
                    + Words.shown(store.substring(store.lastIndexOf('.') + 1))
                    + "), which cannot be read; copy it to a SqliteBlobStore first");
        }
        return new StreamConfig(module.replaceFirst("^dimos\\.memory2\\.", "dimos.memory."), codec);
    }
}
