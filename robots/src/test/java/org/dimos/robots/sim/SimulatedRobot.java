package org.dimos.robots.sim;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.TimeUnit;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.CameraInfo;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.Imu;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.robots.FakeStream;
import org.dimos.robots.geometry.Pose2;

/** The simulated robot on fake streams, in virtual time. */
public final class SimulatedRobot {
    public static final long START_NANOS = 1_700_000_000_000_000_000L;

    public final TestScheduler scheduler = new TestScheduler(START_NANOS, TimeUnit.NANOSECONDS);
    public final FakeStream<Twist> cmdVel = new FakeStream<>();
    public final FakeStream<PointCloud2> lidar = new FakeStream<>();
    public final FakeStream<Image> colorImage = new FakeStream<>();
    public final FakeStream<Image> depthImage = new FakeStream<>();
    public final FakeStream<CameraInfo> cameraInfo = new FakeStream<>();
    public final FakeStream<Imu> imu = new FakeStream<>();
    public final FakeStream<Odometry> odom = new FakeStream<>();
    public final FakeStream<TFMessage> tf = new FakeStream<>();
    private final SimConnection connection;
    private long clockAhead;
    private long clockAheadFrom = START_NANOS;

    public SimulatedRobot(SimConnection.Config config) {
        connection = new SimConnection(
                new SimConnection.Ports(cmdVel, lidar, colorImage, depthImage, cameraInfo, imu, odom, tf),
                config,
                this::nanos,
                scheduler);
    }

    private long nanos() {
        long now = scheduler.now(TimeUnit.NANOSECONDS);
        return now >= clockAheadFrom ? now + clockAhead : now;
    }

    public void start() {
        connection.start();
    }

    /** Starts, and lets the clock run on while no timer fires. */
    void startLateBy(long millis) {
        clockAhead = millis * 1_000_000;
        clockAheadFrom = Long.MAX_VALUE;
        start();
        clockAheadFrom = START_NANOS;
    }

    public void close() {
        connection.close();
    }

    public void advance(long millis) {
        scheduler.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    }

    public int collisions() {
        return connection.simulation().collisions();
    }

    public Pose2 truePose() {
        return connection.simulation().truePose();
    }
}
