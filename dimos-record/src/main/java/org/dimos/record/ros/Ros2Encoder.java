package org.dimos.record.ros;

import org.dimos.core.array.Bytes;

/** Turns message records of one class into messages of ROS 2, and says what they look like. Safe to use from any thread. */
public final class Ros2Encoder {
    private final Ros2Definition definition;
    private final RecordEncoder encoder;

    private Ros2Encoder(Ros2Definition definition, RecordEncoder encoder) {
        this.definition = definition;
        this.encoder = encoder;
    }

    /**
     * A message of ROS 2.
     *
     * @param data plain CDR
     * @param sequence the sequence number of the message's first header, which ROS 2 has no place for; 0 if there is none
     */
    public record Encoded(Bytes data, int sequence) {}

    /**
     * The encoder of a record class with an LCM type name.
     *
     * @throws LayoutException if ROS 2 cannot express such records
     */
    public static Ros2Encoder of(Class<?> type) throws LayoutException {
        return new Ros2Encoder(Ros2Definition.of(type), EncoderCompiler.compile(type));
    }

    /** The name of the type, such as {@code sensor_msgs/msg/Image}. */
    public String typeName() {
        return definition.typeName();
    }

    /** The text that defines the type and, after lines of {@code =}, all types in it. */
    public String definition() {
        return definition.text();
    }

    /** The message for a record. */
    public Encoded encode(Object message) {
        CdrOutput out = new CdrOutput();
        encoder.write(message, out);
        return new Encoded(out.toBytes(), out.sequence());
    }
}
