package org.dimos.robots.go2;

import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import java.util.Map;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.BlueprintSource;
import org.dimos.core.transport.lcm.LcmTransport;
import org.dimos.robots.nav.BodyScan;
import org.dimos.robots.nav.ObstacleHeights;
import org.dimos.robots.nav.OccupancyMapper;

/** The blueprints of the Go2. */
public final class Go2Blueprints implements BlueprintSource {
    /** Above the floor, when it stands. */
    private static final double BODY_HEIGHT = 0.3;

    /** The robot alone. Recordings name some of its streams after it. */
    public static final Blueprint BASIC = module(Go2Connection.class)
            .remote(LcmTransport.NAME)
            .alias("lidar", "go2_lidar")
            .alias("odom", "go2_odom")
            .alias("color_image", "go2_color_image")
            .alias("camera_info", "go2_camera_info")
            .alias("imu", "go2_imu")
            .alias("tf", "go2_tf")
            .alias("cmd_vel", "go2_cmd_vel")
            .defaultRecordModules(Go2Connection.class);

    /** It makes a map. */
    public static final Blueprint NAV = autoconnect(
            BASIC,
            module(BodyScan.class),
            module(OccupancyMapper.class)
                    .rename("lidar", "scan")
                    .rename("odom", "odometry")
                    .configure(
                            OccupancyMapper.class,
                            new OccupancyMapper.Config(0.1, 40, 5, new ObstacleHeights(BODY_HEIGHT, 0.1, 0.6))));

    @Override
    public Map<String, Blueprint> blueprints() {
        return Map.of("go2-basic", BASIC, "go2-nav", NAV);
    }
}
