package org.dimos.robots.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.dimos.blueprint.BlueprintSource;
import org.dimos.blueprint.Port;
import org.junit.jupiter.api.Test;

class SimBlueprintsTest {
    @Test
    void recordsWhatEachLayerDeclaresFromTheLowestUp() {
        assertThat(SimBlueprints.PATROL.recordModules()).containsExactly("SimConnection", "Explorer", "Patrol");
    }

    @Test
    void recordsTheRobotsStreamsAndTheCommandsButNotTheMap() {
        assertThat(SimBlueprints.NAV.recordable().stream().map(Port::stream))
                .contains("lidar", "color_image", "depth_image", "camera_info", "imu", "odom", "tf", "cmd_vel")
                .doesNotContain("global_map");
    }

    @Test
    void areFoundByTheirNames() {
        Stream<String> names = ServiceLoader.load(BlueprintSource.class).stream()
                .flatMap(source -> source.get().blueprints().keySet().stream());

        assertThat(names).contains("sim-basic", "sim-nav", "sim-patrol", "tilt-cloud");
    }
}
