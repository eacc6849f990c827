package org.dimos.core.tf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dimos.core.tf.TransformException.Reason;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.tf2.TFMessage;

/**
 * Remembers how the frames of a robot lie to each other, and answers where one is in another at a time. Between two
 * known times it interpolates; it never extrapolates. Names as in ROS: {@code lookup("map", "laser", t)} is the pose of
 * the laser in the map, and turns the laser's coordinates into the map's. A buffer belongs to one module: it is not
 * safe to use from several threads.
 */
public final class TransformBuffer {
    private static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(10);

    private final long maxAge;
    private final Map<String, FrameHistory> byChild = new HashMap<>();
    /** The ways that were asked for, by target and source. */
    private final Map<String, Map<String, FramePath>> paths = new HashMap<>();

    /** A buffer that keeps the last ten seconds. */
    public TransformBuffer() {
        this(DEFAULT_MAX_AGE);
    }

    /** A buffer that keeps of each frame what is not older than this, compared to the newest. */
    public TransformBuffer(Duration maxAge) {
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("the age to keep is " + maxAge + ", it must not be negative");
        }
        this.maxAge = maxAge.toNanos();
    }

    /** Adds transforms that are true at their stamps. */
    public void add(TFMessage message) {
        message.transforms().forEach(transform -> add(transform, false));
    }

    /** Adds transforms that are true at all times, such as those of the {@code tf_static} stream. */
    public void addStatic(TFMessage message) {
        message.transforms().forEach(transform -> add(transform, true));
    }

    /**
     * Adds one transform. A frame that gets another parent, or that turns static, forgets what it was before.
     *
     * @param isStatic whether it is true at all times
     * @return whether it could be used: not if it contains values that are not finite, a rotation of length zero, or a
     *     frame that is its own parent
     */
    public boolean add(TransformStamped stamped, boolean isStatic) {
        String parent = frame(stamped.header().frameId());
        String child = frame(stamped.childFrameId());
        if (parent.equals(child) || !isUsable(stamped.transform())) {
            return false;
        }
        Transform transform = new Transform(
                stamped.transform().translation(),
                stamped.transform().rotation().normalized());
        FrameHistory known = byChild.get(child);
        FrameHistory history = known != null && known.parent().equals(parent) && known.isStatic() == isStatic
                ? known
                : new FrameHistory(child, parent, isStatic);
        history.add(stamped.stampNanos(), transform, maxAge);
        if (history != known) {
            byChild.put(child, history);
            paths.clear();
        }
        return true;
    }

    /**
     * The pose of the source frame in the target frame.
     *
     * @param stampNanos when, in nanoseconds since the Unix epoch
     * @throws TransformException if a frame or the time is not known; it says which
     */
    public Transform lookup(String targetFrame, String sourceFrame, long stampNanos) {
        return path(targetFrame, sourceFrame).at(stampNanos);
    }

    /**
     * The pose of the source frame in the target frame at the latest time at which all transforms between them are
     * known.
     *
     * @throws TransformException if a frame or a common time is not known; it says which
     */
    public Transform lookupLatest(String targetFrame, String sourceFrame) {
        return lookup(targetFrame, sourceFrame, path(targetFrame, sourceFrame).latest());
    }

    /** Whether {@link #lookup} would give a transform. */
    public boolean canTransform(String targetFrame, String sourceFrame, long stampNanos) {
        return missing(targetFrame, sourceFrame, stampNanos).isEmpty();
    }

    /** Why {@link #lookup} would give no transform; empty if it would. */
    public Optional<Reason> missing(String targetFrame, String sourceFrame, long stampNanos) {
        try {
            return path(targetFrame, sourceFrame).missingAt(stampNanos);
        } catch (TransformException e) {
            return Optional.of(e.reason());
        }
    }

    /**
     * The way between two frames, which is quicker to ask many times than {@link #lookup}.
     *
     * @throws TransformException if a frame is not known, or they are not connected
     */
    public FramePair between(String targetFrame, String sourceFrame) {
        return new FramePair(path(targetFrame, sourceFrame));
    }

    /** All frames that a transform has named, sorted. */
    public Set<String> frames() {
        Set<String> frames = new TreeSet<>(byChild.keySet());
        byChild.values().forEach(history -> frames.add(history.parent()));
        return frames;
    }

    /** Forgets everything. */
    public void clear() {
        byChild.clear();
        paths.clear();
    }

    /** The way between two frames, which stays the same until a frame gets another parent. */
    private FramePath path(String targetFrame, String sourceFrame) {
        String target = frame(targetFrame);
        String source = frame(sourceFrame);
        Map<String, FramePath> toTarget = paths.get(target);
        FramePath known = toTarget == null ? null : toTarget.get(source);
        if (known == null) {
            known = newPath(target, source);
            paths.computeIfAbsent(target, frame -> new HashMap<>()).put(source, known);
        }
        return known;
    }

    private FramePath newPath(String target, String source) {
        requireKnown(target);
        requireKnown(source);
        return FramePath.between(target, ancestors(target), source, ancestors(source));
    }

    private void requireKnown(String frame) {
        boolean known = byChild.containsKey(frame)
                || byChild.values().stream()
                        .anyMatch(history -> history.parent().equals(frame));
        if (!known) {
            throw new TransformException(
                    Reason.UNKNOWN_FRAME, "frame '" + frame + "' is unknown; known are " + String.join(", ", frames()));
        }
    }

    /** The steps from a frame up to its root. A loop, which no tree has, ends where it would start again. */
    private List<FrameHistory> ancestors(String frame) {
        List<FrameHistory> steps = new ArrayList<>();
        FrameHistory step = byChild.get(frame);
        while (step != null && steps.size() <= byChild.size()) {
            steps.add(step);
            step = byChild.get(step.parent());
        }
        return steps;
    }

    /** Early versions of ROS put a slash before frames. */
    private static String frame(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static boolean isUsable(Transform transform) {
        Vector3 t = transform.translation();
        Quaternion r = transform.rotation();
        double square = r.x() * r.x() + r.y() * r.y() + r.z() * r.z() + r.w() * r.w();
        return square > 0 && Double.isFinite(square) && Double.isFinite(t.x() + t.y() + t.z());
    }
}
