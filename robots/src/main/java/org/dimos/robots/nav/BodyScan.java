package org.dimos.robots.nav;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import jakarta.inject.Inject;
import java.util.Optional;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.TimeJump;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.std.Header;
import org.dimos.robots.geometry.CloudReader;
import org.dimos.robots.geometry.CloudWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what a robot says of itself in the frame of the world into what a mapper expects: the points that it sees from
 * where it stands, upright, and its odometry. A cloud takes the time of the pose that it is seen from, since the clocks of
 * sensors differ; its points stay where they are in the world. A cloud in another frame than that of the pose is handed on
 * as it is.
 */
public final class BodyScan implements RobotModule {
    private static final Logger LOG = LoggerFactory.getLogger(BodyScan.class);
    private static final String BODY = "base_link";

    private final Ports ports;
    private final CompositeDisposable running = new CompositeDisposable();
    private Optional<PoseStamped> pose = Optional.empty();
    private boolean complained;

    @Inject
    BodyScan(Ports ports) {
        this.ports = ports;
    }

    @Override
    public void start() {
        running.add(ports.odom().all().subscribe(this::onOdom));
        running.add(ports.lidar().all().subscribe(this::onLidar));
    }

    @Override
    public void onTimeJump(TimeJump jump) {
        pose = Optional.empty();
    }

    @Override
    public void close() {
        running.dispose();
    }

    private void onOdom(PoseStamped odom) {
        pose = Optional.of(odom);
        ports.odometry().publish(Odometry.of(odom.header(), BODY, odom.pose(), Twist.zero()));
    }

    private void onLidar(PointCloud2 cloud) {
        try {
            pose.map(known -> seen(cloud, known)).ifPresent(ports.scan()::publish);
        } catch (IllegalArgumentException e) {
            if (!complained) {
                LOG.warn("a cloud is left out: {}; there may be more", e.getMessage());
            }
            complained = true;
        }
    }

    private static PointCloud2 seen(PointCloud2 cloud, PoseStamped pose) {
        if (!cloud.header().frameId().equals(pose.header().frameId())) {
            return cloud;
        }
        Point place = pose.pose().position();
        double yaw = pose.pose().orientation().yaw();
        double cos = StrictMath.cos(yaw);
        double sin = StrictMath.sin(yaw);
        CloudReader points = new CloudReader(cloud);
        CloudWriter body = new CloudWriter(points.size());
        for (int i = 0; i < points.size(); i++) {
            double x = points.x(i) - place.x();
            double y = points.y(i) - place.y();
            body.add(cos * x + sin * y, cos * y - sin * x, points.z(i) - place.z(), 0);
        }
        return body.toCloud(Header.of(pose.stampNanos(), BODY));
    }

    /** Points and poses in the frame of the world in, a scan and odometry out. */
    public record Ports(In<PointCloud2> lidar, In<PoseStamped> odom, Out<PointCloud2> scan, Out<Odometry> odometry) {}
}
