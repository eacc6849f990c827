package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.geometry.Wrench;
import org.dimos.msgs.std.Header;

/** State of named joints with several degrees of freedom each. */
@LcmType("sensor_msgs.MultiDOFJointState")
public record MultiDOFJointState(
        Header header, List<String> jointNames, List<Transform> transforms, List<Twist> twist, List<Wrench> wrench)
        implements Stamped {

    public MultiDOFJointState {
        requireNonNull(header, "header is null");
        jointNames = List.copyOf(jointNames);
        transforms = List.copyOf(transforms);
        twist = List.copyOf(twist);
        wrench = List.copyOf(wrench);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
