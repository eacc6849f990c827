package org.dimos.msgs.trajectory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.std.Duration;

/** One point of a {@link MultiDOFJointTrajectory}: poses, their derivatives, and the time since the start. */
@LcmType("trajectory_msgs.MultiDOFJointTrajectoryPoint")
public record MultiDOFJointTrajectoryPoint(
        List<Transform> transforms, List<Twist> velocities, List<Twist> accelerations, Duration timeFromStart) {

    public MultiDOFJointTrajectoryPoint {
        transforms = List.copyOf(transforms);
        velocities = List.copyOf(velocities);
        accelerations = List.copyOf(accelerations);
        requireNonNull(timeFromStart, "timeFromStart is null");
    }
}
