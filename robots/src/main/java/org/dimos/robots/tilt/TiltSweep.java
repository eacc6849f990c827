package org.dimos.robots.tilt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dimos.robots.geometry.CloudWriter;

/**
 * Divides scans into sweeps of the tilt unit. A sweep ends at the farthest angle before the unit turns back, or when the
 * unit has turned by {@code longest}: one that turns on and on has then seen everything once. Turning back by less than
 * {@code hysteresis} counts as noise. Angles are in radians.
 */
final class TiltSweep {
    /** What a unit that stands still may collect. */
    private static final int MOST_SCANS = 1000;

    private final double longest;
    private final double hysteresis;
    private List<Part> parts = new ArrayList<>();
    private double direction;
    private int farthest;

    TiltSweep(double longest, double hysteresis) {
        this.longest = longest;
        this.hysteresis = hysteresis;
    }

    /** Adds a scan; answers the sweep that ended before it, if one did. */
    Optional<List<Part>> add(Part part) {
        if (!parts.isEmpty() && isLong(part)) {
            List<Part> ended = takeUpTo(parts.size());
            parts.add(part);
            return Optional.of(ended);
        }
        parts.add(part);
        if (direction == 0) {
            double travel = part.angle - parts.get(0).angle;
            direction = Math.abs(travel) > hysteresis ? Math.signum(travel) : 0;
        }
        double beyond = direction * (part.angle - parts.get(farthest).angle);
        if (beyond >= 0) {
            farthest = parts.size() - 1;
        } else if (beyond < -hysteresis) {
            direction = -direction;
            return Optional.of(takeUpTo(farthest + 1));
        }
        return Optional.empty();
    }

    private boolean isLong(Part next) {
        return Math.abs(next.angle - parts.get(0).angle) >= longest || parts.size() == MOST_SCANS;
    }

    private List<Part> takeUpTo(int end) {
        List<Part> ended = parts.subList(0, end);
        parts = new ArrayList<>(parts.subList(end, parts.size()));
        farthest = Math.max(0, parts.size() - 1);
        return ended;
    }

    /** The scans of the sweep that has not ended, and none from then on. */
    List<Part> takeRest() {
        return takeUpTo(parts.size());
    }

    /**
     * One scan of a sweep.
     *
     * @param angle of the tilt unit, counted on over full turns
     * @param endNanos when its last beam went out
     */
    record Part(double angle, long endNanos, CloudWriter points) {}
}
