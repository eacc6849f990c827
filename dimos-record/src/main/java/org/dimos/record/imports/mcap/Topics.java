package org.dimos.record.imports.mcap;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dimos.core.array.Bytes;
import org.dimos.record.imports.BagTopic;
import org.dimos.record.mcap.McapException;
import org.dimos.record.mcap.RecordContent;

/** The schemas and channels that a file has declared so far. */
final class Topics {
    private static final long MOST_TEXT =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);
    private static final Set<String> ROS_TEXTS = Set.of("ros1msg", "ros2msg");

    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final Map<Integer, BagTopic> channels = new HashMap<>();
    private final Map<BagTopic, BagTopic> shared = new HashMap<>();
    private long text;

    private record Schema(String name, String encoding, Bytes data) {

        /** The text of the schema, if it is one that the types of ROS are defined in. */
        String definition() {
            return ROS_TEXTS.contains(encoding) ? new String(data.toArray(), StandardCharsets.UTF_8) : "";
        }
    }

    void addSchema(RecordContent record) throws McapException {
        int id = record.u16();
        Schema schema = new Schema(record.text(), record.text(), record.block());
        Schema earlier = schemas.putIfAbsent(id, schema);
        if (earlier == null) {
            count(schema.data().length());
        } else if (!earlier.equals(schema)) {
            throw new McapException(
                    "schema " + id + " is declared twice, as " + earlier.name() + " and as " + schema.name());
        }
    }

    void addChannel(RecordContent record) throws McapException {
        int id = record.u16();
        int schemaId = record.u16();
        String name = record.text();
        String encoding = record.text();
        Schema schema = schemaId == 0 ? new Schema("", "", Bytes.empty()) : schemas.get(schemaId);
        if (schema == null) {
            throw new McapException(
                    "channel " + name + " has the schema " + schemaId + ", which has not been declared");
        }
        BagTopic topic = new BagTopic(name, schema.name(), encoding, schema.definition(), record.texts());
        BagTopic earlier = channels.putIfAbsent(id, shared.computeIfAbsent(topic, same -> same));
        if (earlier == null) {
            count(topic.definition().length() + (long) name.length());
        } else if (!earlier.equals(topic)) {
            throw new McapException("channel " + id + " is declared twice, as " + earlier.name() + " and as " + name);
        }
    }

    Optional<BagTopic> channel(int id) {
        return Optional.ofNullable(channels.get(id));
    }

    private void count(long more) throws McapException {
        text += more;
        if (text > MOST_TEXT) {
            throw new McapException("its schemas and channels take more than " + MOST_TEXT + " bytes");
        }
    }
}
