package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dimos.blueprint.Blueprint.module;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.In;
import org.dimos.core.RobotModule;
import org.dimos.core.time.Timeline;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.record.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A recording made by Python dimos plays into a blueprint. */
class GoldenReplayTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("dimos.data", "../shared/data"), "dimos/golden_memory.db");

    static final class Listener implements RobotModule {
        public record Ports(
                In<PoseStamped> odom, In<Twist> cmdVel, In<TFMessage> tf, In<Image> depth, In<Double> cpu) {}

        private final Ports ports;
        final List<Object> heard = new ArrayList<>();

        @Inject
        Listener(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            for (In<?> in : List.of(ports.odom(), ports.cmdVel(), ports.tf(), ports.depth(), ports.cpu())) {
                var unused = in.all().subscribe(heard::add);
            }
        }
    }

    @BeforeEach
    void needTheRecording() {
        assumeTrue(Files.exists(GOLDEN), GOLDEN + " is not there; set -Ddimos.data to the folder that has it");
    }

    @Test
    void isPlayedWholeWithEveryTypeDecoded() {
        TestScheduler time = new TestScheduler();
        Graph graph =
                module(Listener.class).replay(Recording.open(GOLDEN)).start(Settings.none(), Timeline.virtual(time));
        time.advanceTimeBy(1, TimeUnit.SECONDS);
        graph.close();
        List<Object> heard = graph.part("Listener", Listener.class).heard;
        assertThat(graph.ended().toCompletableFuture()).isCompleted();
        assertThat(heard)
                .hasSize(25)
                .hasOnlyElementsOfTypes(PoseStamped.class, Twist.class, TFMessage.class, Image.class, Double.class);
        assertThat(heard).filteredOn(Double.class::isInstance).startsWith(12.5, 13.5);
        assertThat(heard)
                .filteredOn(Image.class::isInstance)
                .hasSize(5)
                .allSatisfy(image -> assertThat(((Image) image).encoding()).isEqualTo("16UC1"));
    }

    @Test
    void isPlannedWithItsNumbersNamed() {
        assertThat(module(Toys.TwistReader.class)
                        .replay(Recording.open(GOLDEN).rename("cpu", "reading"))
                        .replayPlan()
                        .orElseThrow()
                        .lines())
                .contains("  not played  reading: recorded as builtins.float, but TwistReader has it as"
                        + " geometry_msgs.Twist");
    }
}
