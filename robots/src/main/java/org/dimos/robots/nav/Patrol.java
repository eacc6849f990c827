package org.dimos.robots.nav;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import jakarta.inject.Inject;
import java.util.Optional;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.std.Header;
import org.dimos.robots.geometry.Pose2;

/**
 * Sends the robot round: names as goal the place of the map that was visited the longest time ago, waits until the robot
 * is there or has had its chance, and names the next. Knows nothing of how the robot gets there. A map counts from a fixed
 * time after its stamp, so that the goals follow from what the messages say.
 */
public final class Patrol implements RobotModule {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Ports ports;
    private final Config config;
    private final PatrolPlaces places;
    private final CompositeDisposable running = new CompositeDisposable();
    private final Delayed<OccupancyGrid> maps = new Delayed<>();
    private Optional<Errand> errand = Optional.empty();

    @Inject
    Patrol(Ports ports, Config config) {
        this.ports = ports;
        this.config = config;
        places = new PatrolPlaces(config.spacing(), config.clearance());
    }

    @Override
    public void start() {
        running.add(ports.globalMap().all().subscribe(maps::add));
        running.add(ports.odom().all().subscribe(this::onOdom));
    }

    @Override
    public void close() {
        running.dispose();
    }

    private void onOdom(Odometry odometry) {
        Pose2 robot = PoseHistory.planar(odometry);
        long now = odometry.stampNanos();
        maps.takeUpTo(now).forEach(map -> places.update(new DrivableArea(map)));
        places.visit(robot, config.reach(), now);
        if (errand.isEmpty() || errand.get().isOver(robot, config.reach(), now)) {
            errand.ifPresent(over -> places.markVisited(over.place, now));
            errand = places.longestUnvisited(robot).map(place -> send(place, odometry, now));
        }
    }

    private Errand send(Pose2 place, Odometry odometry, long now) {
        Header header = Header.of(now, odometry.header().frameId());
        ports.goal().publish(new PoseStamped(header, Pose.planar(place.x(), place.y(), 0)));
        return new Errand(place, now + config.patienceSeconds() * NANOS_PER_SECOND);
    }

    private record Errand(Pose2 place, long deadline) {

        boolean isOver(Pose2 robot, double reach, long now) {
            return now >= deadline || robot.distanceTo(place.x(), place.y()) < reach;
        }
    }

    /** The map and where the robot is in, the place to go to out. */
    public record Ports(In<OccupancyGrid> globalMap, In<Odometry> odom, Out<PoseStamped> goal) {}

    /**
     * Settings, in metres.
     *
     * @param spacing how far places are apart
     * @param clearance how far places are from obstacles
     * @param reach how near counts as a visit
     * @param patienceSeconds how long the robot may take to a place
     */
    public record Config(double spacing, double clearance, double reach, long patienceSeconds) {

        /** Places 2 m apart, half a metre from walls, with 20 s for each. */
        public Config() {
            this(2, 0.5, 0.6, 20);
        }
    }
}
