package org.dimos.record.imports;

import java.util.Map;

/**
 * A topic of a bag.
 *
 * @param name the full name, usually with a leading slash
 * @param typeName the type as the bag names it, such as {@code sensor_msgs/msg/Imu}
 * @param encoding how messages are serialised: {@link #ROS1}, {@link #CDR}, {@link #LCM}, {@link #JSON} or another name
 * @param definition the text that defines the type and the types in it; empty if the bag has none
 * @param notes what else the bag says about it, by name
 */
public record BagTopic(String name, String typeName, String encoding, String definition, Map<String, String> notes) {

    public BagTopic {
        notes = Map.copyOf(notes);
    }

    /** A topic about which nothing else is said. */
    public BagTopic(String name, String typeName, String encoding, String definition) {
        this(name, typeName, encoding, definition, Map.of());
    }

    /** The serialisation of ROS 1. */
    public static final String ROS1 = "ros1";

    /** The serialisation of ROS 2: the Common Data Representation, version 1. */
    public static final String CDR = "cdr";

    /** The encoding of LCM, as dimos uses it. */
    public static final String LCM = "lcm";

    /** JSON text. */
    public static final String JSON = "json";
}
