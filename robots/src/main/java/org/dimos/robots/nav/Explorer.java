package org.dimos.robots.nav;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.robots.geometry.Pose2;

/**
 * Drives to where the map ends, through doors, until nothing is left to find; then to random places. A goal, where one
 * is given, comes first. Every scan of the lidar is answered with a command, and none drives into what the scan shows.
 *
 * <p>A scan waits until the odometry has reached its stamp, and maps and goals count from a fixed time after theirs. So the
 * commands follow from what the messages say and not from when they come in.
 */
public final class Explorer implements RobotModule {
    private static final double ARRIVED = 0.35;
    /** Ten seconds of scans; when no odometry comes, older ones are given up. */
    private static final int MOST_WAITING = 100;

    private final Ports ports;
    private final Config config;
    private final PathFollower follower;
    private final StuckEscape escape = new StuckEscape();
    private final TargetChoice choice;
    private final CompositeDisposable running = new CompositeDisposable();
    private final PoseHistory poses = new PoseHistory();
    private final ArrayDeque<PointCloud2> waiting = new ArrayDeque<>();
    private final Delayed<OccupancyGrid> maps = new Delayed<>();
    private final Delayed<PoseStamped> goals = new Delayed<>();
    private Optional<Pose2> goal = Optional.empty();
    private Optional<Pose2> wandering = Optional.empty();

    @Inject
    Explorer(Ports ports, Config config) {
        this.ports = ports;
        this.config = config;
        follower = new PathFollower(config.maxSpeed());
        choice = new TargetChoice(config.seed());
    }

    @Override
    public void start() {
        running.add(ports.goal().all().subscribe(goals::add));
        running.add(ports.globalMap().all().subscribe(maps::add));
        running.add(ports.lidar().all().subscribe(this::onLidar));
        running.add(ports.odom().all().subscribe(this::onOdom));
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
        answerCovered();
    }

    private void onOdom(Odometry odometry) {
        poses.add(odometry);
        answerCovered();
    }

    private void answerCovered() {
        while (!waiting.isEmpty() && poses.covers(waiting.getFirst().stampNanos())) {
            PointCloud2 scan = waiting.removeFirst();
            poses.at(scan.stampNanos()).ifPresent(pose -> answer(scan, pose));
        }
    }

    private void answer(PointCloud2 scan, Pose2 robot) {
        goals.takeUpTo(scan.stampNanos()).forEach(this::head);
        maps.takeUpTo(scan.stampNanos()).forEach(map -> plan(map, robot));
        drive(scan, robot);
    }

    private void head(PoseStamped newGoal) {
        double x = newGoal.pose().position().x();
        double y = newGoal.pose().position().y();
        goal = Optional.of(new Pose2(x, y, 0));
    }

    private void plan(OccupancyGrid map, Pose2 robot) {
        DrivableArea area = new DrivableArea(map);
        Routes routes = new Routes(area, robot);
        goal = goal.filter(place -> !isAt(robot, place));
        wandering = wandering.filter(place -> !isAt(robot, place));
        target(area, routes).ifPresent(cell -> follower.follow(routes.pathTo(cell)));
    }

    private static boolean isAt(Pose2 robot, Pose2 place) {
        return robot.distanceTo(place.x(), place.y()) < ARRIVED;
    }

    private OptionalInt target(DrivableArea area, Routes routes) {
        if (goal.isPresent()) {
            return OptionalInt.of(routes.nearestTo(goal.get().x(), goal.get().y()));
        }
        OptionalInt frontier = choice.frontier(area, routes);
        if (frontier.isPresent()) {
            wandering = Optional.empty();
            return frontier;
        }
        if (wandering.isEmpty()) {
            OptionalInt anywhere = choice.anywhere(area, routes);
            wandering = anywhere.isPresent() ? Optional.of(area.center(anywhere.getAsInt())) : Optional.empty();
        }
        return wandering.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(
                        routes.nearestTo(wandering.get().x(), wandering.get().y()));
    }

    private void drive(PointCloud2 scan, Pose2 robot) {
        ScanOutline outline = new ScanOutline(scan, config.heights());
        boolean resting = follower.hasArrived(robot, 0.1);
        Optional<Twist> backing = escape.decide(robot, outline, resting);
        ports.cmdVel().publish(backing.orElseGet(() -> follower.drive(robot, outline)));
    }

    /** Sensors, the map and goals in, commands out. Without a goal on its stream the robot explores. */
    public record Ports(
            In<PointCloud2> lidar,
            In<Odometry> odom,
            In<OccupancyGrid> globalMap,
            In<PoseStamped> goal,
            Out<Twist> cmdVel) {}

    /**
     * Settings.
     *
     * @param maxSpeed in metres per second
     * @param seed of the random places
     * @param heights which points are obstacles
     */
    public record Config(double maxSpeed, long seed, ObstacleHeights heights) {

        /** 0.8 m/s. */
        public Config() {
            this(0.8, 1, new ObstacleHeights());
        }
    }
}
