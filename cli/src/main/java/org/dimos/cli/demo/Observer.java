package org.dimos.cli.demo;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dimos.core.In;
import org.dimos.core.RobotModule;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.CameraInfo;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.Imu;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.tf2.TFMessage;
import org.jspecify.annotations.Nullable;

/** Takes every message of the simulated robot and keeps the last map and where the robot was. */
public final class Observer implements RobotModule {
    private static final double STEP = 0.1;

    private final Ports ports;
    private final List<Point> path = new CopyOnWriteArrayList<>();
    private final CompositeDisposable running = new CompositeDisposable();
    private volatile @Nullable OccupancyGrid last;

    /** All there is to see. */
    public record Ports(
            In<PointCloud2> lidar,
            In<Image> colorImage,
            In<Image> depthImage,
            In<CameraInfo> cameraInfo,
            In<Imu> imu,
            In<Odometry> odom,
            In<TFMessage> tf,
            In<Twist> cmdVel,
            In<OccupancyGrid> globalMap) {}

    @Inject
    Observer(Ports ports) {
        this.ports = ports;
    }

    @Override
    public void start() {
        running.add(ports.globalMap().all().subscribe(map -> last = map));
        running.add(
                ports.odom().all().map(odom -> odom.pose().pose().position()).subscribe(this::onPosition));
        List.of(
                        ports.lidar(),
                        ports.colorImage(),
                        ports.depthImage(),
                        ports.cameraInfo(),
                        ports.imu(),
                        ports.tf(),
                        ports.cmdVel())
                .forEach(port -> running.add(port.all().subscribe()));
    }

    @Override
    public void close() {
        running.dispose();
    }

    private void onPosition(Point point) {
        if (path.isEmpty() || distance(point, path.get(path.size() - 1)) >= STEP) {
            path.add(point);
        }
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    /** The last map that came. */
    public Optional<OccupancyGrid> map() {
        return Optional.ofNullable(last);
    }

    /** Where the robot was, a point every 0.1 m, in m. */
    public List<Point> path() {
        return List.copyOf(path);
    }
}
