package org.dimos.robots.nav;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.nav.Odometry;
import org.dimos.robots.geometry.Pose2;

/** Where the robot was, between the odometry messages of the last minute. */
final class PoseHistory {
    private static final long KEPT_NANOS = 60_000_000_000L;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();

    /** Adds a message; one that is not later than the last is left out. */
    void add(Odometry odometry) {
        long stamp = odometry.stampNanos();
        if (!covers(stamp)) {
            entries.addLast(new Entry(stamp, planar(odometry)));
            while (entries.getFirst().stamp < stamp - KEPT_NANOS) {
                entries.removeFirst();
            }
        }
    }

    static Pose2 planar(Odometry odometry) {
        Pose pose = odometry.pose().pose();
        return new Pose2(
                pose.position().x(), pose.position().y(), pose.orientation().yaw());
    }

    /** Whether there is odometry of this time or later. */
    boolean covers(long stamp) {
        return !entries.isEmpty() && entries.getLast().stamp >= stamp;
    }

    /** The pose at a time, between the messages before and after it; empty outside of what is kept. */
    Optional<Pose2> at(long stamp) {
        Entry after = null;
        for (Iterator<Entry> newestFirst = entries.descendingIterator(); newestFirst.hasNext(); ) {
            Entry entry = newestFirst.next();
            if (entry.stamp == stamp) {
                return Optional.of(entry.pose);
            }
            if (entry.stamp < stamp) {
                return after == null ? Optional.empty() : Optional.of(entry.until(after, stamp));
            }
            after = entry;
        }
        return Optional.empty();
    }

    private record Entry(long stamp, Pose2 pose) {

        Pose2 until(Entry next, long when) {
            return pose.interpolated(next.pose, (double) (when - stamp) / (next.stamp - stamp));
        }
    }
}
