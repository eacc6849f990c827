package org.dimos.msgs.trajectory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Where named joints with several degrees of freedom should be when. */
@LcmType("trajectory_msgs.MultiDOFJointTrajectory")
public record MultiDOFJointTrajectory(Header header, List<String> jointNames, List<MultiDOFJointTrajectoryPoint> points)
        implements Stamped {

    public MultiDOFJointTrajectory {
        requireNonNull(header, "header is null");
        jointNames = List.copyOf(jointNames);
        points = List.copyOf(points);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
