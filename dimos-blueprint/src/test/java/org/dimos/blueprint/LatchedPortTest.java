package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.In;
import org.dimos.core.Latched;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.time.Timeline;
import org.dimos.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatchedPortTest {
    @TempDir
    Path folder = Path.of("");

    /** Says which room it is in when it enters one, every second, and its steps in between. */
    static final class Walker implements RobotModule {
        record Ports(@Latched Out<String> room, Out<Long> step) {}

        private final Ports ports;
        private final Scheduler scheduler;

        @Inject
        Walker(Ports ports, Scheduler scheduler) {
            this.ports = ports;
            this.scheduler = scheduler;
        }

        @Override
        public void start() {
            var unused = Flowable.intervalRange(0, 40, 0, 100, TimeUnit.MILLISECONDS, scheduler)
                    .onBackpressureBuffer()
                    .subscribe(this::tick);
        }

        private void tick(long number) {
            if (number % 10 == 0) {
                ports.room().publish("room " + number / 10);
            }
            ports.step().publish(number);
        }
    }

    static final class Witness implements RobotModule {
        record Ports(In<String> room, In<Long> step) {}

        private final Ports ports;
        private final List<String> said = new CopyOnWriteArrayList<>();

        @Inject
        Witness(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            var unusedRooms = ports.room().all().subscribe(said::add);
            var unusedSteps = ports.step().all().subscribe(step -> said.add("step " + step));
        }
    }

    static final class Confused implements RobotModule {
        record Ports(@Latched In<String> room) {}
    }

    @Test
    void whatAModuleSaysIsLatchedIsSaidFirstWhereAReplayBegins() throws Exception {
        Path file = folder.resolve("walk.db");
        Blueprint program = autoconnect(module(Walker.class), module(Witness.class));
        TestScheduler time = new TestScheduler(1_700_000_000_000L, TimeUnit.MILLISECONDS);
        try (Graph graph = program.record(file).start(Settings.none(), Timeline.virtual(time))) {
            time.advanceTimeBy(4, TimeUnit.SECONDS);
        }
        Recording recording = Recording.open(file).seek(Duration.ofMillis(2450)).asFastAsPossible();
        try (Graph graph = program.replay(recording).start()) {
            graph.ended().toCompletableFuture().get(20, TimeUnit.SECONDS);
            graph.close();
            assertThat(graph.part("Witness", Witness.class).said)
                    .startsWith("room 2", "step 25", "step 26")
                    .endsWith("step 39")
                    .hasSize(2 + 15);
        }
    }

    @Test
    void onlyWhoPublishesSaysSo() {
        assertThatThrownBy(() -> module(Confused.class))
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("the module that publishes says what holds");
    }
}
