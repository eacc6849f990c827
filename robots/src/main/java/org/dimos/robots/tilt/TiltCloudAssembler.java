package org.dimos.robots.tilt;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.TimeJump;
import org.dimos.core.tf.TransformBuffer;
import org.dimos.core.tf.TransformException;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.robots.geometry.CloudWriter;
import org.dimos.robots.geometry.Pose2;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the scans of a laser on a tilt unit into one point cloud per sweep of the unit, each beam placed where the laser
 * was at the beam's own time.
 *
 * <p>A scan waits until the transforms cover its last beam, so the clouds follow from what the messages say and not from
 * when they come in. When the inputs complete, because the graph stops or what plays into it is over, the sweep that was
 * going on is published as it is, and scans still without transforms are counted in the log.
 */
public final class TiltCloudAssembler implements RobotModule {
    private static final Logger LOG = LoggerFactory.getLogger(TiltCloudAssembler.class);
    /** Ten seconds or more of scans; when no transforms come, older ones are given up. */
    private static final int MOST_WAITING = 400;

    private static final int INPUTS = 2;

    private final Ports ports;
    private final Config config;
    private TransformBuffer transforms;
    private MountHold mount;
    private TiltSweep sweep;
    private final ArrayDeque<ScanBeams> waiting = new ArrayDeque<>();
    private final CompositeDisposable running = new CompositeDisposable();
    private @Nullable BeamDirections directions;
    private Quaternion lastTilt = Quaternion.identity();
    private double angle;
    private int withoutTransforms;
    private int completed;

    @Inject
    TiltCloudAssembler(Ports ports, Config config) {
        this.ports = ports;
        this.config = config;
        transforms = noTransforms();
        mount = newMount();
        sweep = newSweep();
    }

    private static TransformBuffer noTransforms() {
        return new TransformBuffer(Duration.ofMinutes(1));
    }

    private MountHold newMount() {
        return new MountHold(config.axisFrame(), config.mountHoldSeconds());
    }

    private TiltSweep newSweep() {
        return new TiltSweep(Math.toRadians(config.longestDegrees()), Math.toRadians(config.hysteresisDegrees()));
    }

    @Override
    public void start() {
        running.add(ports.tf().all().doOnComplete(this::onComplete).subscribe(this::onTransforms));
        running.add(ports.scan().all().doOnComplete(this::onComplete).subscribe(this::onScan));
    }

    /** A sweep from here and there would be none; transforms on either side say nothing about the time in between. */
    @Override
    public void onTimeJump(TimeJump jump) {
        transforms = noTransforms();
        mount = newMount();
        sweep = newSweep();
        waiting.clear();
        lastTilt = Quaternion.identity();
        angle = 0;
    }

    @Override
    public void close() {
        running.dispose();
    }

    private void onTransforms(TFMessage message) {
        mount.before(message).forEach(early -> transforms.add(early, false));
        transforms.add(message);
        placeCovered();
    }

    private void onScan(LaserScan scan) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
            withoutTransforms++;
        }
        waiting.addLast(new ScanBeams(scan));
        placeCovered();
    }

    private void placeCovered() {
        while (!waiting.isEmpty() && isDecided(waiting.getFirst())) {
            place(waiting.removeFirst());
        }
    }

    /** Whether further transforms would change nothing: they cover the scan, or began too late for it. */
    private boolean isDecided(ScanBeams beams) {
        return transforms
                .missing(config.baseFrame(), beams.scan().header().frameId(), beams.endNanos())
                .map(reason -> reason == TransformException.Reason.TOO_EARLY)
                .orElse(true);
    }

    private void place(ScanBeams beams) {
        try {
            CloudWriter points = beams.points(transforms, config.baseFrame(), directions(beams.scan()));
            Quaternion tilt = transforms
                    .lookup(config.baseFrame(), config.axisFrame(), beams.stampNanos(0))
                    .rotation();
            Quaternion turned = lastTilt.inverse().multiply(tilt);
            angle += Pose2.wrap(2 * StrictMath.atan2(turned.y(), turned.w()));
            lastTilt = tilt;
            sweep.add(new TiltSweep.Part(angle, beams.endNanos(), points)).ifPresent(this::publish);
        } catch (TransformException e) {
            withoutTransforms++;
        }
    }

    private BeamDirections directions(LaserScan scan) {
        BeamDirections known = directions;
        BeamDirections right = known == null ? BeamDirections.of(scan) : known.orThoseOf(scan);
        directions = right;
        return right;
    }

    private void publish(List<TiltSweep.Part> parts) {
        CloudWriter points = new CloudWriter(
                parts.stream().mapToInt(part -> part.points().size()).sum());
        parts.forEach(part -> points.addAll(part.points()));
        long end = parts.get(parts.size() - 1).endNanos();
        ports.cloud().publish(points.toCloud(Header.of(end, config.baseFrame())));
    }

    private void onComplete() {
        completed++;
        if (completed < INPUTS) {
            return;
        }
        List<TiltSweep.Part> rest = sweep.takeRest();
        if (!rest.isEmpty()) {
            publish(rest);
        }
        withoutTransforms += waiting.size();
        if (withoutTransforms > 0) {
            LOG.warn(
                    "{} scans are in no cloud: there was no transform from their frame to '{}' at their time",
                    withoutTransforms,
                    config.baseFrame());
        }
    }

    /** Scans and transforms in, a cloud per sweep out. */
    public record Ports(In<LaserScan> scan, In<TFMessage> tf, Out<PointCloud2> cloud) {}

    /**
     * Settings.
     *
     * @param baseFrame the frame of the clouds, which does not tilt
     * @param axisFrame the frame that tilts, about its y axis
     * @param longestDegrees a sweep ends when the unit has turned so far; half a turn sees everything once
     * @param hysteresisDegrees turning back by less is noise
     * @param mountHoldSeconds so long before it is first told, the place of what is mounted on the axis is taken as the
     *     same
     */
    public record Config(
            String baseFrame,
            String axisFrame,
            double longestDegrees,
            double hysteresisDegrees,
            double mountHoldSeconds) {

        /** Frames {@code tilt_base} and {@code tilt_axis}, half a turn, 2 degrees, 0.1 s. */
        public Config() {
            this("tilt_base", "tilt_axis", 180, 2, 0.1);
        }
    }
}
