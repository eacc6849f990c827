package org.dimos.robots.tilt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.tf2.TFMessage;

/**
 * Takes what is mounted on the axis as mounted there a little before it is first told. A mount is repeated ten times a
 * second although it never changes, so a recording's first scans may come before its first repetition.
 */
final class MountHold {
    private final String axisFrame;
    private final long holdNanos;
    private final Set<String> told = new HashSet<>();

    MountHold(String axisFrame, double holdSeconds) {
        this.axisFrame = axisFrame;
        holdNanos = Math.round(holdSeconds * 1e9);
    }

    /** The transforms to add before those of a message: of each mount told for the first time, one that is earlier. */
    List<TransformStamped> before(TFMessage message) {
        return message.transforms().stream()
                .filter(this::isNewMount)
                .map(this::earlier)
                .toList();
    }

    private boolean isNewMount(TransformStamped transform) {
        String parent = transform.header().frameId();
        boolean onAxis = parent.equals(axisFrame) || parent.equals("/" + axisFrame);
        return onAxis && told.add(transform.childFrameId());
    }

    private TransformStamped earlier(TransformStamped first) {
        Header header = Header.of(first.stampNanos() - holdNanos, first.header().frameId());
        return new TransformStamped(header, first.childFrameId(), first.transform());
    }
}
