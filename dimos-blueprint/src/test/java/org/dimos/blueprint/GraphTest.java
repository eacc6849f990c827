package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Toys.Estimate;
import org.dimos.blueprint.Toys.Estimator;
import org.dimos.blueprint.Toys.Log;
import org.dimos.blueprint.Toys.Reading;
import org.dimos.blueprint.Toys.Sensor;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphTest {
    private final TestScheduler time = new TestScheduler();
    private final Blueprint program = autoconnect(module(Sensor.class), module(Estimator.class), module(Log.class));

    private Graph start(Blueprint blueprint) {
        return blueprint.start(Settings.none(), Timeline.virtual(time));
    }

    @Test
    void runsModulesThatAreConnected() {
        Graph graph = start(program);
        time.advanceTimeBy(1, TimeUnit.SECONDS);
        graph.close();
        assertThat(graph.part("Log", Log.class).estimates)
                .extracting(Estimate::number)
                .containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L);
        assertThat(graph.report()).allMatch(StreamReport::isBalanced);
    }

    @Test
    void constructsNoDisabledModule() {
        int before = Sensor.CONSTRUCTED.get();
        start(program.disable(Sensor.class)).close();
        assertThat(Sensor.CONSTRUCTED).hasValue(before);
    }

    @Test
    void constructsNoReplacedModule() {
        int before = Sensor.CONSTRUCTED.get();
        ProvidedStream reading = new ProvidedStream("reading", "Reading", Optional.of(Reading.class), 1);
        start(program.replacedBy(new FakeProvider(List.of(reading)), Set.of())).close();
        assertThat(Sensor.CONSTRUCTED).hasValue(before);
    }

    @Test
    void aConfigurationFileMaySpeakOfReplacedModules(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("dimos.json"), "{\"Estimator\": {\"factor\": 2}}");
        ProvidedStream estimate = new ProvidedStream("estimate", "Estimate", Optional.of(Estimate.class), 1);
        Blueprint replay = program.replacedBy(new FakeProvider(List.of(estimate)), Set.of());
        Graph graph = replay.start(Settings.none().withFile(file), Timeline.virtual(time));
        graph.close();
        assertThat(graph.report()).isNotEmpty();
    }

    @Test
    void keepsInstancesOfOneClassApart() {
        Blueprint two = autoconnect(
                module(Sensor.class),
                module(Estimator.class, "ten").rename("estimate", "tens"),
                module(Estimator.class, "two").rename("estimate", "twos").configure("two", "factor", 2),
                module(Log.class, "ten_log").rename("estimate", "tens"),
                module(Log.class, "two_log").rename("estimate", "twos"));
        Graph graph = start(two);
        time.advanceTimeBy(300, TimeUnit.MILLISECONDS);
        graph.close();
        assertThat(graph.part("ten_log", Log.class).estimates)
                .extracting(Estimate::number)
                .containsExactly(0L, 10L, 20L);
        assertThat(graph.part("two_log", Log.class).estimates)
                .extracting(Estimate::number)
                .containsExactly(0L, 2L, 4L);
    }

    static final class Eager implements RobotModule {
        public record Ports(Out<Reading> reading) {}

        private final Ports ports;

        @Inject
        Eager(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            ports.reading().publish(new Reading(7));
        }
    }

    @Test
    void deliversNothingBeforeAllHaveStartedAndThenEverything() {
        Graph graph = start(autoconnect(module(Eager.class), module(Estimator.class), module(Log.class)));
        graph.close();
        assertThat(graph.part("Log", Log.class).estimates).containsExactly(new Estimate(70));
    }

    static final class Tracer implements RobotModule {
        static final List<String> EVENTS = new ArrayList<>();

        public record Config(String name, boolean failsToStart, boolean failsToClose) {
            Config() {
                this("", false, false);
            }
        }

        private final Config config;

        @Inject
        Tracer(Config config) {
            this.config = config;
        }

        @Override
        public void start() {
            EVENTS.add("start " + config.name());
            if (config.failsToStart()) {
                throw new IllegalStateException("no power");
            }
        }

        @Override
        public void close() {
            EVENTS.add("close " + config.name());
            if (config.failsToClose()) {
                throw new IllegalStateException("stuck");
            }
        }
    }

    private static Blueprint tracer(String name, boolean failsToStart, boolean failsToClose) {
        return module(Tracer.class, name).configure(Tracer.class, new Tracer.Config(name, failsToStart, failsToClose));
    }

    @Test
    void closesInReverseOrder() {
        Tracer.EVENTS.clear();
        start(autoconnect(tracer("a", false, false), tracer("b", false, false))).close();
        assertThat(Tracer.EVENTS).containsExactly("start a", "start b", "close b", "close a");
    }

    @Test
    void stopsWhatWasStartedWhenAModuleFailsToStartAndNamesIt() {
        Tracer.EVENTS.clear();
        Blueprint failing = autoconnect(tracer("a", false, false), tracer("b", true, false), tracer("c", false, false));
        assertThatThrownBy(() -> start(failing))
                .isInstanceOf(ModuleException.class)
                .hasMessage("module 'b' could not be started: no power");
        assertThat(Tracer.EVENTS).containsExactly("start a", "start b", "close b", "close a");
    }

    @Test
    void closesAllModulesEvenIfSomeFailTo() {
        Tracer.EVENTS.clear();
        Graph graph = start(autoconnect(tracer("a", false, true), tracer("b", false, true)));
        assertThatThrownBy(graph::close)
                .hasMessage("module 'b' could not be closed: stuck")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(Tracer.EVENTS).containsExactly("start a", "start b", "close b", "close a");
    }

    static final class Failing implements RobotModule {
        public record Ports(In<Reading> reading) {}

        private final Ports ports;

        @Inject
        Failing(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            var unused = ports.reading().all().subscribe(reading -> {
                throw new IllegalStateException("cannot read " + reading.number());
            });
        }
    }

    @Test
    void namesTheModuleWhoseHandlerFails() {
        Graph graph = start(autoconnect(module(Eager.class), module(Failing.class)));
        time.triggerActions();
        assertThatThrownBy(() -> graph.ended().toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("cannot read 7")
                .cause()
                .hasMessage("module 'Failing' failed: cannot read 7");
        graph.close();
    }

    @Test
    void namesTheModuleThatFailsOnWhatIsHandledWhileClosing() {
        Graph graph = start(autoconnect(module(Eager.class), module(Failing.class)));
        assertThatThrownBy(graph::close).hasMessage("module 'Failing' failed: cannot read 7");
    }

    static final class Unconstructible implements RobotModule {
        @Inject
        Unconstructible() {
            throw new IllegalStateException("no such device");
        }
    }

    @Test
    void namesTheModuleThatCannotBeConstructed() {
        assertThatThrownBy(() -> start(module(Unconstructible.class)))
                .hasMessage("module 'Unconstructible' could not be constructed: no such device");
    }

    static final class Demanding implements RobotModule {
        @Inject
        Demanding(StringBuilder tool) {
            tool.append("used");
        }
    }

    @Test
    void injectsWhatTheBlueprintBinds() {
        StringBuilder tool = new StringBuilder();
        start(module(Demanding.class)
                        .bind(binder -> binder.bind(StringBuilder.class).toInstance(tool)))
                .close();
        assertThat(tool).hasToString("used");
    }

    @Test
    void saysWhatAConstructorAsksForInVain() {
        assertThatThrownBy(() -> start(module(Demanding.class)))
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("StringBuilder");
    }
}
