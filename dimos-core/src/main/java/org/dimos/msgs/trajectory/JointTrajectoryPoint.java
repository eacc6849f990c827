package org.dimos.msgs.trajectory;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmType;
import org.dimos.msgs.std.Duration;

/**
 * One point of a {@link JointTrajectory}: positions in rad or m, their derivatives, and the time since the start.
 */
@LcmType("trajectory_msgs.JointTrajectoryPoint")
public record JointTrajectoryPoint(
        Doubles positions, Doubles velocities, Doubles accelerations, Doubles effort, Duration timeFromStart) {

    public JointTrajectoryPoint {
        requireNonNull(positions, "positions is null");
        requireNonNull(velocities, "velocities is null");
        requireNonNull(accelerations, "accelerations is null");
        requireNonNull(effort, "effort is null");
        requireNonNull(timeFromStart, "timeFromStart is null");
    }
}
