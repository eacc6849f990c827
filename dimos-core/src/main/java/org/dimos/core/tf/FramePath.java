package org.dimos.core.tf;

import java.util.List;
import java.util.Optional;
import org.dimos.core.tf.TransformException.Reason;
import org.dimos.msgs.geometry.Transform;

/**
 * The way between two frames: from each of them up to the nearest frame that both hang below.
 *
 * @param target the steps up from the target frame
 * @param source the steps up from the source frame
 */
record FramePath(List<FrameHistory> target, List<FrameHistory> source) {

    /** The shortest way, given all steps from each frame up to its root. */
    static FramePath between(
            String target, List<FrameHistory> aboveTarget, String source, List<FrameHistory> aboveSource) {
        String frame = source;
        for (int up = 0; ; up++) {
            int down = stepsUpTo(frame, target, aboveTarget);
            if (down >= 0) {
                return new FramePath(aboveTarget.subList(0, down), aboveSource.subList(0, up));
            }
            if (up == aboveSource.size()) {
                throw new TransformException(
                        Reason.NOT_CONNECTED,
                        "frames '" + target + "' and '" + source + "' are not connected: one hangs below '"
                                + root(target, aboveTarget) + "', the other below '" + frame + "'");
            }
            frame = aboveSource.get(up).parent();
        }
    }

    /** The latest time at which all steps are known; 0 if all are static. */
    long latest() {
        long latest = Math.min(newest(target), newest(source));
        return latest == Long.MAX_VALUE ? 0 : latest;
    }

    /** Where the source is in the target at a time. */
    Transform at(long stamp) {
        Transform pose = climb(source, stamp);
        return target.isEmpty() ? pose : climb(target, stamp).inverse().compose(pose);
    }

    /** Why {@link #at} would throw; empty if it would not. */
    Optional<Reason> missingAt(long stamp) {
        Optional<Reason> missing = missing(source, stamp);
        return missing.isPresent() ? missing : missing(target, stamp);
    }

    private static Optional<Reason> missing(List<FrameHistory> steps, long stamp) {
        for (FrameHistory step : steps) {
            Optional<Reason> missing = step.missingAt(stamp);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Transform climb(List<FrameHistory> steps, long stamp) {
        if (steps.isEmpty()) {
            return Transform.identity();
        }
        Transform pose = steps.get(0).at(stamp);
        for (int i = 1; i < steps.size(); i++) {
            pose = steps.get(i).at(stamp).compose(pose);
        }
        return pose;
    }

    private static long newest(List<FrameHistory> steps) {
        return steps.stream()
                .filter(step -> !step.isStatic())
                .mapToLong(FrameHistory::newest)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static int stepsUpTo(String frame, String start, List<FrameHistory> steps) {
        if (start.equals(frame)) {
            return 0;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).parent().equals(frame)) {
                return i + 1;
            }
        }
        return -1;
    }

    private static String root(String frame, List<FrameHistory> steps) {
        return steps.isEmpty() ? frame : steps.get(steps.size() - 1).parent();
    }
}
