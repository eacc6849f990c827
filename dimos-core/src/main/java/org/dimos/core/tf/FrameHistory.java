package org.dimos.core.tf;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dimos.core.tf.TransformException.Reason;
import org.dimos.msgs.geometry.Transform;
import org.jspecify.annotations.Nullable;

/** Where one frame was in its parent frame over time. */
final class FrameHistory {
    private final String child;
    private final String parent;
    private final boolean isStatic;
    private final TreeMap<Long, Transform> transforms = new TreeMap<>();
    /** What was asked for last: the next question is mostly about the same span. */
    private @Nullable Interval last;

    FrameHistory(String child, String parent, boolean isStatic) {
        this.child = child;
        this.parent = parent;
        this.isStatic = isStatic;
    }

    String parent() {
        return parent;
    }

    boolean isStatic() {
        return isStatic;
    }

    long newest() {
        return transforms.lastKey();
    }

    /** Time that goes back by more than the age kept is a new start, such as after a seek in a replay. */
    void add(long stamp, Transform transform, long maxAge) {
        if (isStatic || (!transforms.isEmpty() && stamp < newest() - maxAge)) {
            transforms.clear();
        }
        transforms.put(stamp, transform);
        last = null;
        transforms.headMap(newest() - maxAge).clear();
    }

    Transform at(long stamp) {
        if (isStatic) {
            return transforms.firstEntry().getValue();
        }
        Interval known = last;
        return known != null && known.contains(stamp) ? known.at(stamp) : find(stamp);
    }

    /** Why {@link #at} would throw; empty if it would not. */
    Optional<Reason> missingAt(long stamp) {
        if (isStatic || (stamp >= transforms.firstKey() && stamp <= newest())) {
            return Optional.empty();
        }
        return Optional.of(stamp > newest() ? Reason.TOO_LATE : Reason.TOO_EARLY);
    }

    private Transform find(long stamp) {
        Map.Entry<Long, Transform> before = transforms.floorEntry(stamp);
        Map.Entry<Long, Transform> after = transforms.ceilingEntry(stamp);
        if (before == null) {
            throw outside(stamp, Reason.TOO_EARLY);
        }
        if (after == null) {
            throw outside(stamp, Reason.TOO_LATE);
        }
        if (before.getKey().equals(after.getKey())) {
            return before.getValue();
        }
        Interval found = Interval.between(before.getKey(), before.getValue(), after.getKey(), after.getValue());
        last = found;
        return found.at(stamp);
    }

    private TransformException outside(long stamp, Reason reason) {
        return new TransformException(
                reason,
                "the transform of frame '" + child + "' in '" + parent + "' is known from "
                        + seconds(transforms.firstKey()) + " to " + seconds(newest()) + ", not at " + seconds(stamp));
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).toPlainString() + " s";
    }
}
