/**
 * Messages as ROS 1 and ROS 2 serialise them, turned into message records, and message records turned into messages of ROS 2. The layout of
 * the bytes ({@link org.dimos.record.ros.StructType}) comes from the definition text in a bag or from the record class itself. Start
 * at {@link org.dimos.record.ros.RosType} for reading and at {@link org.dimos.record.ros.Ros2Encoder} for writing.
 */
@NullMarked
package org.dimos.record.ros;

import org.jspecify.annotations.NullMarked;
