package org.dimos.robots.go2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.LinkedStream;
import org.dimos.blueprint.ReplayPlan;
import org.dimos.record.Recording;
import org.junit.jupiter.api.Test;

class Go2BlueprintsTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("dimos.data", "../shared/data"), "dimos/golden_memory.db");

    @Test
    void theRobotIsOnLcmAndRecorded() {
        assertThat(Go2Blueprints.BASIC.linkedStreams())
                .allMatch(link -> link.transport().equals("lcm"))
                .filteredOn(LinkedStream::receives)
                .extracting(LinkedStream::stream)
                .containsExactly("lidar", "odom", "color_image", "camera_info", "imu", "tf");
        assertThat(Go2Blueprints.BASIC.linkedStreams())
                .filteredOn(LinkedStream::sends)
                .extracting(LinkedStream::stream)
                .containsExactly("cmd_vel");
        assertThat(Go2Blueprints.BASIC.recordModules()).containsExactly("Go2Connection");
    }

    @Test
    void whatTheMapperMakesStaysHere() {
        Go2Blueprints.NAV.check();

        assertThat(Go2Blueprints.NAV.linkedStreams())
                .extracting(LinkedStream::stream)
                .doesNotContain("scan", "odometry", "global_map");
    }

    @Test
    void aRecordingOfPythonPlaysUnderOldNamesAndNew() {
        assumeTrue(Files.exists(GOLDEN), GOLDEN + " is not there; set -Ddimos.data to the folder that has it");
        Recording old = Recording.open(GOLDEN);
        Recording renamed = old.rename("odom", "go2_odom").rename("cmd_vel", "go2_cmd_vel");

        for (Blueprint replay : new Blueprint[] {
            Go2Blueprints.BASIC.replay(old), Go2Blueprints.BASIC.replay(renamed), Go2Blueprints.NAV.replay(renamed)
        }) {
            ReplayPlan plan = replay.replayPlan().orElseThrow();
            assertThat(plan.played())
                    .extracting(ReplayPlan.Played::stream)
                    .containsExactlyInAnyOrder("odom", "cmd_vel", "tf");
            assertThat(plan.modules())
                    .filteredOn(ReplayPlan.ModulePlan::isReplaced)
                    .extracting(ReplayPlan.ModulePlan::name)
                    .containsExactly("Go2Connection");
            assertThat(replay.linkedStreams()).isEmpty();
        }
    }
}
