package org.dimos.msgs.trajectory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/** Where named joints should be when. */
@LcmType("trajectory_msgs.JointTrajectory")
public record JointTrajectory(Header header, List<String> jointNames, List<JointTrajectoryPoint> points)
        implements Stamped {

    public JointTrajectory {
        requireNonNull(header, "header is null");
        jointNames = List.copyOf(jointNames);
        points = List.copyOf(points);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
