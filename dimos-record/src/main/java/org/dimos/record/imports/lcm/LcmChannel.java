package org.dimos.record.imports.lcm;

import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.transport.ChannelName;
import org.dimos.record.imports.BagTopic;
import org.dimos.record.mcap.ChannelNotes;

/** What the name of a channel and its first message say. */
final class LcmChannel {
    private static final int PICKLE = 0x80;
    private static final int NEWEST_PICKLE = 5;

    private LcmChannel() {}

    static BagTopic topic(String channel, Bytes first) {
        Optional<ChannelName> typed = ChannelName.parse(channel);
        if (typed.isPresent()) {
            String name = "/" + typed.get().stream();
            String type = typed.get().typeName();
            return isJson(first) ? json(name, type) : new BagTopic(name, type, encoding(type), "");
        }
        if (isPickle(first)) {
            return new BagTopic(channel, "pickle", "pickle", "");
        }
        return new BagTopic(channel, typeByFingerprint(first), BagTopic.LCM, "");
    }

    /** Java's own records travel as JSON under the name of their class. */
    private static BagTopic json(String name, String type) {
        return new BagTopic(name, type, BagTopic.JSON, "", new ChannelNotes(type, type, "json").toMetadata());
    }

    /** A type of ROS is not encoded as LCM: its messages were passed through as they were in a bag. */
    private static String encoding(String type) {
        if (!type.contains("/")) {
            return BagTopic.LCM;
        }
        return type.contains("/msg/") ? BagTopic.CDR : BagTopic.ROS1;
    }

    private static String typeByFingerprint(Bytes first) {
        return first.length() < Long.BYTES
                ? "unknown"
                : MessageCodecs.byFingerprint(first.asBuffer().getLong(), "")
                        .map(MessageCodec::typeName)
                        .orElse("unknown");
    }

    /** Python's pickles begin with a byte that says so and the version. They are never decoded. */
    private static boolean isPickle(Bytes data) {
        return data.length() >= 2 && data.getUnsigned(0) == PICKLE && data.get(1) <= NEWEST_PICKLE && data.get(1) > 1;
    }

    private static boolean isJson(Bytes data) {
        return !data.isEmpty() && data.get(0) == '{' && data.get(data.length() - 1) == '}';
    }
}
