package org.dimos.record.imports.ros1;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagTopic;

/** The connections that a bag has declared so far. Those with the same topic and type share one {@link BagTopic}. */
final class Connections {
    private static final int MOST = 1 << 16;
    private static final long MOST_TEXT = 64L << 20;

    private final Map<Integer, BagTopic> byId = new HashMap<>();
    private final Map<BagTopic, BagTopic> topics = new HashMap<>();
    private long text;

    void add(RecordHeader header, byte[] data, String where) {
        int id = header.integer("conn");
        RecordHeader details = RecordHeader.parse(data, where);
        BagTopic topic = new BagTopic(
                header.text("topic"), details.text("type"), BagTopic.ROS1, details.text("message_definition"));
        BagTopic shared = topics.computeIfAbsent(topic, this::count);
        BagTopic earlier = byId.putIfAbsent(id, shared);
        if (earlier != null && !earlier.equals(shared)) {
            throw new RecordingException("connection " + id + " is declared twice in " + where + ", as "
                    + earlier.name() + " and as " + shared.name());
        }
    }

    BagTopic get(RecordHeader header, String where) {
        int id = header.integer("conn");
        BagTopic topic = byId.get(id);
        if (topic == null) {
            throw new RecordingException(
                    "a message in " + where + " is of connection " + id + ", which has not been declared");
        }
        return topic;
    }

    private BagTopic count(BagTopic topic) {
        text += topic.definition().getBytes(StandardCharsets.UTF_8).length;
        if (topics.size() >= MOST || text > MOST_TEXT) {
            throw new RecordingException(
                    "the bag declares more than " + MOST + " topics or " + MOST_TEXT + " bytes of definitions");
        }
        return topic;
    }
}
