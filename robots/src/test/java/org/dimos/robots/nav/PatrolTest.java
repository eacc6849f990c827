package org.dimos.robots.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.nav.MapMetaData;
import org.dimos.msgs.nav.OccupancyGrid;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.std.Header;
import org.dimos.robots.FakeStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatrolTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final FakeStream<OccupancyGrid> globalMap = new FakeStream<>();
    private final FakeStream<Odometry> odom = new FakeStream<>();
    private final FakeStream<PoseStamped> goal = new FakeStream<>();
    private long now = START;

    @BeforeEach
    void startPatrol() {
        new Patrol(new Patrol.Ports(globalMap, odom, goal), new Patrol.Config()).start();
    }

    @Test
    void waitsForAMap() {
        robotAt(0, 0);

        assertThat(goal.messages()).isEmpty();
    }

    @Test
    void namesAnotherPlaceOnceTheRobotIsThere() {
        globalMap.publish(freeSquare());
        robotAt(0, 0);

        for (int i = 0; i < 8; i++) {
            Point place = lastGoal();
            robotAt(place.x(), place.y());
        }

        Set<Point> places = new HashSet<>();
        goal.messages().forEach(message -> places.add(message.pose().position()));
        assertThat(goal.messages()).hasSize(9);
        assertThat(places).hasSize(9);
    }

    @Test
    void sticksToAPlaceWhileTheRobotIsOnItsWay() {
        globalMap.publish(freeSquare());
        robotAt(0, 0);

        now += 10 * SECOND;
        robotAt(0.1, 0);

        assertThat(goal.messages()).hasSize(1);
    }

    @Test
    void givesUpAPlaceThatTheRobotDoesNotReach() {
        globalMap.publish(freeSquare());
        robotAt(0, 0);
        Point unreached = lastGoal();

        now += 20 * SECOND;
        robotAt(0, 0);

        assertThat(goal.messages()).hasSize(2);
        assertThat(lastGoal()).isNotEqualTo(unreached);
    }

    private Point lastGoal() {
        return goal.messages().get(goal.messages().size() - 1).pose().position();
    }

    private void robotAt(double x, double y) {
        now += SECOND / 50;
        odom.publish(Odometry.of(Header.of(now, "odom"), "base_link", Pose.planar(x, y, 0), Twist.zero()));
    }

    /** 10 x 10 m around the origin: room for 25 places. */
    private static OccupancyGrid freeSquare() {
        Header header = Header.of(START - SECOND, "odom");
        MapMetaData info = new MapMetaData(header.stamp(), 0.1f, 100, 100, Pose.planar(-5, -5, 0));
        return new OccupancyGrid(header, info, Bytes.wrap(new byte[10_000]));
    }
}
