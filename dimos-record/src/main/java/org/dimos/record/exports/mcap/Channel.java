package org.dimos.record.exports.mcap;

import java.util.Map;
import org.dimos.core.array.Bytes;
import org.dimos.record.mcap.Opcode;
import org.dimos.record.mcap.RecordOutput;

/**
 * A channel and its schema.
 *
 * @param id from 0
 * @param topic such as {@code /lidar}
 * @param encoding how messages are encoded: {@code cdr}, {@code json}, …
 * @param schema what they are
 * @param metadata what else is said about the channel
 */
record Channel(int id, String topic, String encoding, Schema schema, Map<String, String> metadata) {

    Channel {
        metadata = Map.copyOf(metadata);
    }

    /**
     * What the messages of a channel are.
     *
     * @param id from 1
     * @param encoding the language of the text; empty if there is none
     */
    record Schema(int id, String name, String encoding, Bytes text) {

        void write(RecordOutput out) {
            out.begin(Opcode.SCHEMA)
                    .u16(id)
                    .text(name)
                    .text(encoding)
                    .block(text.toArray())
                    .end();
        }
    }

    void write(RecordOutput out) {
        out.begin(Opcode.CHANNEL)
                .u16(id)
                .u16(schema.id())
                .text(topic)
                .text(encoding)
                .texts(metadata)
                .end();
    }
}
