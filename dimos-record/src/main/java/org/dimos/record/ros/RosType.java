package org.dimos.record.ros;

import java.util.Map;
import java.util.Optional;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;

/**
 * The type of the messages of a topic, as a bag states it.
 *
 * @param name the name in the bag, such as {@code sensor_msgs/msg/Imu}
 * @param definition the text that defines it; empty where the bag has none
 */
public record RosType(String name, Serialisation serialisation, String definition) {
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "tf.tfMessage", "tf2_msgs.TFMessage",
            "builtin_interfaces.Time", "std_msgs.Time",
            "builtin_interfaces.Duration", "std_msgs.Duration");

    /** The name as it is used here: {@code sensor_msgs.Imu}. */
    public String localName() {
        String dotted = name.replace("/msg/", "/").replace('/', '.');
        return OTHER_NAMES.getOrDefault(dotted, dotted);
    }

    /**
     * The decoder of the messages.
     *
     * @throws LayoutException if there is no record for the type, or the definition says that its layout is another
     */
    public RosDecoder decoder() throws LayoutException {
        MessageCodec<?> codec = MessageCodecs.byTypeName(localName())
                .orElseThrow(() -> new LayoutException("there is no message record for " + localName()));
        return decoder(codec);
    }

    /**
     * The same for a record that is known by other means than its name.
     *
     * @throws LayoutException if the definition says that its layout is another
     */
    public RosDecoder decoder(MessageCodec<?> codec) throws LayoutException {
        StructType layout = layout(codec.type());
        return new RosDecoder(serialisation, codec, DecoderCompiler.compile(layout, codec.type()));
    }

    /** Where the messages keep their stamp, read off the definition; empty where they have none or nothing is known. */
    public Optional<StampField> stampField() {
        try {
            return definition.isEmpty()
                    ? Optional.empty()
                    : StampField.of(serialisation, Definition.parse(name, definition));
        } catch (LayoutException e) {
            return Optional.empty();
        }
    }

    /** Without a definition ROS 2 messages are taken to have the record's fields; their bytes must then fit exactly. */
    private StructType layout(Class<?> record) throws LayoutException {
        if (!definition.isBlank()) {
            return Definition.parse(name, definition);
        }
        if (serialisation == Serialisation.ROS1 && !RecordLayout.slots(record).isEmpty()) {
            throw new LayoutException("the bag has no definition of " + name);
        }
        return RecordLayout.ros2(record);
    }
}
