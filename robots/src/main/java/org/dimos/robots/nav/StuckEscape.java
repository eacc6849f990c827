package org.dimos.robots.nav;

import java.util.Optional;
import org.dimos.msgs.geometry.Twist;
import org.dimos.robots.geometry.Pose2;

/** Notices that the robot wants to drive and does not get away, and then backs off a little. */
final class StuckEscape {
    private static final int PATIENCE_SCANS = 20;
    private static final int BACKING_SCANS = 10;
    private static final double PROGRESS = 0.05;
    private static final double TURN_PROGRESS = 0.15;
    private static final double LANE_HALF_WIDTH = 0.27;
    private static final double ROOM_NEEDED = 0.45;

    private Pose2 lastProgress = Pose2.ORIGIN;
    private int scansWithout;
    private int backing;

    /** The command that gets the robot free, if it needs one; asked once per scan. */
    Optional<Twist> decide(Pose2 robot, ScanOutline outline, boolean resting) {
        boolean moved = robot.distanceTo(lastProgress.x(), lastProgress.y()) > PROGRESS
                || Math.abs(Pose2.wrap(robot.yaw() - lastProgress.yaw())) > TURN_PROGRESS;
        if (resting || moved) {
            lastProgress = robot;
            scansWithout = 0;
        } else if (++scansWithout == PATIENCE_SCANS) {
            backing = BACKING_SCANS;
            scansWithout = 0;
        }
        if (backing == 0) {
            return Optional.empty();
        }
        backing--;
        boolean room = outline.freeLane(LANE_HALF_WIDTH, false) > ROOM_NEEDED;
        return Optional.of(Twist.planar(room ? -0.2 : 0, 0.6));
    }
}
