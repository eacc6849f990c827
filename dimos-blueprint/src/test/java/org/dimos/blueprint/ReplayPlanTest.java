package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dimos.blueprint.Toys.Estimate;
import org.dimos.blueprint.Toys.Estimator;
import org.dimos.blueprint.Toys.Log;
import org.dimos.blueprint.Toys.Reading;
import org.dimos.blueprint.Toys.Sensor;
import org.dimos.msgs.geometry.Twist;
import org.junit.jupiter.api.Test;

class ReplayPlanTest {
    private final Blueprint program = autoconnect(module(Sensor.class), module(Estimator.class), module(Log.class));

    private static ProvidedStream stream(String name, Class<?> type) {
        return new ProvidedStream(name, type.getSimpleName(), Optional.of(type), 100);
    }

    private static List<String> plan(Blueprint blueprint, Set<String> keep, ProvidedStream... streams) {
        return ReplayPlan.of(blueprint, new FakeProvider(List.of(streams)), keep)
                .lines();
    }

    @Test
    void replacesTheModuleWhoseOutputsAreAllRecorded() {
        assertThat(plan(program, Set.of(), stream("reading", Reading.class), stream("speed", Twist.class)))
                .containsExactly(
                        "replay of fake.db: 2 streams with 200 messages are played",
                        "  replaced  Sensor     by the recorded reading, speed",
                        "  runs      Estimator  on reading",
                        "  runs      Log        on estimate");
    }

    @Test
    void saysWhatFallsSilentWhereAModuleIsPartlyCovered() {
        assertThat(plan(program, Set.of(), stream("reading", Reading.class)))
                .contains("  replaced  Sensor     by the recorded reading; silent: speed");
    }

    @Test
    void saysWhichInputsGetNothing() {
        assertThat(plan(program, Set.of(), stream("speed", Twist.class)))
                .contains("  runs      Estimator  gets no reading");
    }

    @Test
    void playsDerivedStreamsUnlessTheirModuleIsKept() {
        ProvidedStream[] all = {
            stream("reading", Reading.class), stream("speed", Twist.class), stream("estimate", Estimate.class)
        };
        assertThat(plan(program, Set.of(), all))
                .contains(
                        "  replaced  Estimator  by the recorded estimate (--keep Estimator runs it on what is played)");
        assertThat(plan(program, Set.of("Estimator"), all))
                .contains(
                        "  kept      Estimator  on reading",
                        "  not played  estimate: left out, because Estimator is kept and publishes it");
    }

    @Test
    void doesNotPlayAStreamOfAnotherType() {
        assertThat(plan(program, Set.of(), stream("reading", Twist.class)))
                .contains("  not played  reading: recorded as Twist, but Sensor has it as " + Reading.class.getName());
    }

    @Test
    void matchesRenamedStreams() {
        Blueprint renamed = program.rename("reading", "front_reading");
        assertThat(plan(renamed, Set.of(), stream("front_reading", Reading.class)))
                .contains("  runs      Estimator  on front_reading");
    }

    @Test
    void proposesARenameWhereOneStreamOfTheTypeIsMissing() {
        assertThat(plan(program, Set.of(), stream("go2_reading", Reading.class)))
                .contains(
                        "  not played  go2_reading: nobody takes it; if it is 'reading', say --rename go2_reading=reading");
    }

    @Test
    void matchesNamespacedStreams() {
        assertThat(plan(
                        program.namespace("robot0", "speed"),
                        Set.of(),
                        stream("robot0/reading", Reading.class),
                        stream("speed", Twist.class)))
                .contains("  replaced  robot0/Sensor     by the recorded robot0/reading, speed");
    }

    @Test
    void tellsTwoInstancesApart() {
        Blueprint two = autoconnect(
                module(Sensor.class).namespace("left"), module(Sensor.class).namespace("right"));
        assertThat(plan(two, Set.of(), stream("left/reading", Reading.class), stream("left/speed", Twist.class)))
                .contains(
                        "  replaced  left/Sensor   by the recorded left/reading, left/speed",
                        "  runs      right/Sensor");
    }

    @Test
    void playsAStreamThatNoModulePublishes() {
        assertThat(plan(module(Log.class), Set.of(), stream("estimate", Estimate.class)))
                .contains("  runs      Log  on estimate", "  played    estimate, which no module publishes");
    }

    @Test
    void leavesDisabledModulesAlone() {
        assertThat(plan(program.disable(Sensor.class), Set.of(), stream("reading", Reading.class)))
                .contains("  disabled  Sensor     by the blueprint");
    }

    @Test
    void takesReplacedModulesOutOfTheBlueprint() {
        Blueprint replayed = program.replacedBy(new FakeProvider(List.of(stream("reading", Reading.class))), Set.of());
        assertThat(replayed.entries()).extracting(Entry::name).containsExactly("Estimator", "Log", "Player of fake.db");
        assertThat(replayed.replayPlan()).isPresent();
    }

    @Test
    void refusesToKeepAModuleThatIsNotThere() {
        assertThatThrownBy(() -> program.replacedBy(new FakeProvider(List.of()), Set.of("Estimatr")))
                .hasMessageContaining("did you mean 'Estimator'?");
    }
}
