package org.dimos.robots.nav;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Optional;
import org.dimos.core.In;
import org.dimos.core.Latched;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.TimeJump;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.std.Header;
import org.dimos.robots.geometry.Pose2;

/**
 * Turns the lidar's points into an occupancy grid in the frame of the odometry.
 *
 * <p>A scan waits until the odometry has reached its stamp, and is drawn from the pose in between. So the map follows
 * from what the messages say and not from the order or the time in which two streams come in: live and replayed maps are
 * equal to the byte.
 */
public final class OccupancyMapper implements RobotModule {
    /** Ten seconds of scans; when no odometry comes, older ones are given up. */
    private static final int MOST_WAITING = 100;

    private final Ports ports;
    private final Config config;
    private LogOddsGrid grid;
    private PoseHistory poses = new PoseHistory();
    private final ArrayDeque<PointCloud2> waiting = new ArrayDeque<>();
    private final CompositeDisposable running = new CompositeDisposable();
    private String frame = "odom";
    private int drawn;

    @Inject
    OccupancyMapper(Ports ports, Config config) {
        this.ports = ports;
        this.config = config;
        grid = emptyGrid();
    }

    private LogOddsGrid emptyGrid() {
        return new LogOddsGrid(config.resolution(), config.size());
    }

    @Override
    public void start() {
        running.add(ports.lidar().all().subscribe(this::onLidar));
        running.add(ports.odom().all().subscribe(this::onOdom));
    }

    /** Nothing is known of the way in between; and what comes again is not drawn twice. */
    @Override
    public void onTimeJump(TimeJump jump) {
        poses = new PoseHistory();
        waiting.clear();
        if (jump.isBackward()) {
            grid = emptyGrid();
            drawn = 0;
        }
    }

    @Override
    public void close() {
        running.dispose();
    }

    private void onLidar(PointCloud2 scan) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(scan);
        drawCovered();
    }

    private void onOdom(Odometry odometry) {
        frame = odometry.header().frameId();
        poses.add(odometry);
        drawCovered();
    }

    private void drawCovered() {
        while (!waiting.isEmpty() && poses.covers(waiting.getFirst().stampNanos())) {
            PointCloud2 scan = waiting.removeFirst();
            Optional<Pose2> pose = poses.at(scan.stampNanos());
            pose.ifPresent(known -> draw(scan, known));
        }
    }

    private void draw(PointCloud2 scan, Pose2 pose) {
        grid.draw(pose, new ScanOutline(scan, config.heights()));
        drawn++;
        if (drawn % config.everyScans() == 0) {
            ports.globalMap().publish(grid.toMessage(Header.of(scan.stampNanos(), frame)));
        }
    }

    /** Points and odometry in, the map out. */
    public record Ports(
            In<PointCloud2> lidar,
            In<Odometry> odom,
            @Latched Out<OccupancyGrid> globalMap) {}

    /**
     * Settings.
     *
     * @param resolution length of a cell's sides in metres
     * @param size length of the map's sides in metres; its middle is where the odometry began
     * @param everyScans publishes the map after so many scans
     * @param heights which points are obstacles
     */
    public record Config(double resolution, double size, int everyScans, ObstacleHeights heights) {

        public Config {
            if (!(resolution > 0) || !(size >= 10 * resolution) || !(size <= 4000 * resolution)) {
                throw new IllegalArgumentException("a map of " + size + " m with cells of " + resolution
                        + " m cannot be made; 'size' divided by 'resolution' must be from 10 to 4000");
            }
            if (everyScans < 1) {
                throw new IllegalArgumentException(
                        "'everyScans' of the occupancy mapper is " + everyScans + "; it must be at least 1");
            }
        }

        /** 40 m in cells of 10 cm, published after every fifth scan. */
        public Config() {
            this(0.1, 40, 5, new ObstacleHeights());
        }
    }
}
