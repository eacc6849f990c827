package org.dimos.record.imports;

/**
 * A topic of a bag.
 *
 * @param name the full name, usually with a leading slash
 * @param typeName the type as the bag names it, such as {@code sensor_msgs/msg/Imu}
 * @param encoding how messages are serialised: {@link #ROS1}, {@link #CDR} or another name
 * @param definition the text that defines the type and the types in it; empty if the bag has none
 */
public record BagTopic(String name, String typeName, String encoding, String definition) {

    /** The serialisation of ROS 1. */
    public static final String ROS1 = "ros1";

    /** The serialisation of ROS 2: the Common Data Representation, version 1. */
    public static final String CDR = "cdr";
}
