package org.dimos.robots.nav;

import java.util.List;
import org.dimos.msgs.geometry.Twist;
import org.dimos.robots.geometry.Pose2;

/** Drives along a path by steering for a point a little ahead on it, and never faster than the lidar allows. */
final class PathFollower {
    private static final double LOOK_AHEAD = 0.5;
    private static final double LANE_HALF_WIDTH = 0.27;
    private static final double STOP_BEFORE = 0.32;
    private static final double TURN_GAIN = 2.2;
    private static final double MAX_TURN_RATE = 1.4;
    private static final double BRAKING_GAIN = 1.2;

    private final double maxSpeed;
    private List<Pose2> path = List.of();

    PathFollower(double maxSpeed) {
        this.maxSpeed = maxSpeed;
    }

    /** Takes a new path. */
    void follow(List<Pose2> newPath) {
        path = newPath;
    }

    /** What to do now; standing still where there is no path or it ends here. */
    Twist drive(Pose2 pose, ScanOutline outline) {
        if (path.isEmpty()) {
            return Twist.zero();
        }
        Pose2 aim = aim(pose);
        double bearing = pose.bearingTo(aim.x(), aim.y());
        double turn = Math.max(-MAX_TURN_RATE, Math.min(MAX_TURN_RATE, TURN_GAIN * bearing));
        double straightness = Math.max(0, StrictMath.cos(1.5 * Math.min(Math.abs(bearing), 1.05)));
        double free = outline.freeLane(LANE_HALF_WIDTH, true) - STOP_BEFORE;
        double speed = Math.min(maxSpeed * straightness, BRAKING_GAIN * Math.max(0, free));
        return Twist.planar(speed, turn);
    }

    private Pose2 aim(Pose2 pose) {
        int nearest = 0;
        for (int i = 1; i < path.size(); i++) {
            if (distance(pose, i) < distance(pose, nearest)) {
                nearest = i;
            }
        }
        int ahead = nearest;
        while (ahead < path.size() - 1 && distance(pose, ahead) < LOOK_AHEAD) {
            ahead++;
        }
        return path.get(ahead);
    }

    private double distance(Pose2 pose, int index) {
        return pose.distanceTo(path.get(index).x(), path.get(index).y());
    }

    /** Whether the end of the path is within reach. */
    boolean hasArrived(Pose2 pose, double within) {
        return path.isEmpty() || distance(pose, path.size() - 1) < within;
    }
}
