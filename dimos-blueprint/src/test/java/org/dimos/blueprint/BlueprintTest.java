package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dimos.blueprint.Toys.Estimator;
import org.dimos.blueprint.Toys.Log;
import org.dimos.blueprint.Toys.Sensor;
import org.dimos.blueprint.Toys.TwistReader;
import org.junit.jupiter.api.Test;

class BlueprintTest {
    private final Blueprint basic = module(Sensor.class).defaultRecordModules(Sensor.class);
    private final Blueprint estimating =
            autoconnect(basic, module(Estimator.class)).defaultRecordModules(Estimator.class);
    private final Blueprint logging = autoconnect(estimating, module(Log.class)).defaultRecordModules(Log.class);

    @Test
    void addsUpWhatIsRecordedThroughAnyDepth() {
        assertThat(logging.recordModules()).containsExactly("Sensor", "Estimator", "Log");
        assertThat(logging.recordable()).extracting(Port::stream).containsExactly("reading", "speed", "estimate");
    }

    @Test
    void recordsAllOutputsWhereNothingIsDeclared() {
        Blueprint undeclared = autoconnect(module(Sensor.class), module(Estimator.class));
        assertThat(undeclared.recordable()).extracting(Port::stream).containsExactly("reading", "speed", "estimate");
    }

    @Test
    void composesRecordSetsAssociativelyIdempotentlyAndWithAUnit() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            Blueprint a = randomPart(random);
            Blueprint b = randomPart(random);
            Blueprint c = randomPart(random);
            assertThat(autoconnect(autoconnect(a, b), c))
                    .as("seed %d", seed)
                    .isEqualTo(autoconnect(a, autoconnect(b, c)));
            assertThat(autoconnect(a, a)).as("seed %d", seed).isEqualTo(a);
            assertThat(autoconnect(a, autoconnect())).as("seed %d", seed).isEqualTo(a);
        }
    }

    private static Blueprint randomPart(Random random) {
        Blueprint part = autoconnect();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (random.nextBoolean()) {
                names.add("sensor" + i);
                part = autoconnect(part, module(Sensor.class, "sensor" + i).namespace("n" + i));
            }
        }
        for (String name : names) {
            if (random.nextBoolean()) {
                String number = name.substring("sensor".length());
                part = part.defaultRecordModules("n" + number + "/" + name);
            }
        }
        return part;
    }

    @Test
    void mergesAPartThatComesTwice() {
        assertThat(autoconnect(basic, estimating, logging)).isEqualTo(logging);
    }

    @Test
    void refusesTwoDifferentModulesOfOneName() {
        Blueprint left = module(Sensor.class).rename("reading", "left");
        assertThatThrownBy(() -> autoconnect(left, module(Sensor.class)))
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("two different modules are named 'Sensor'");
    }

    @Test
    void holdsSeveralInstancesOfOneClass() {
        Blueprint two = autoconnect(
                module(Sensor.class, "left").rename("reading", "left_reading"),
                module(Sensor.class, "right").rename("right", "reading", "right_reading"));
        assertThat(two.entries()).extracting(Entry::name).containsExactly("left", "right");
        assertThat(Wiring.of(two).streams())
                .extracting(Wiring.Stream::name)
                .containsExactly("left_reading", "speed", "right_reading");
    }

    @Test
    void putsStreamsAndModulesIntoANamespaceButForExposedOnes() {
        Blueprint robot = logging.namespace("robot0", "speed");
        assertThat(robot.entries())
                .extracting(Entry::name)
                .containsExactly("robot0/Sensor", "robot0/Estimator", "robot0/Log");
        assertThat(robot.recordable())
                .extracting(Port::stream)
                .containsExactly("robot0/reading", "speed", "robot0/estimate");
        assertThat(robot.recordModules()).containsExactly("robot0/Sensor", "robot0/Estimator", "robot0/Log");
    }

    @Test
    void doesNotConnectTheSameNameInTwoTypes() {
        Blueprint mixed = autoconnect(module(Sensor.class), module(TwistReader.class));
        assertThatThrownBy(mixed::start)
                .isInstanceOf(BlueprintException.class)
                .hasMessage("stream 'reading' has ports of different types: Reading in Sensor, Twist in TwistReader;"
                        + " rename one of them");
    }

    @Test
    void namesTheNearestModuleForAnUnknownOne() {
        assertThatThrownBy(() -> logging.disable("Sensr")).hasMessageContaining("did you mean 'Sensor'?");
        assertThatThrownBy(() -> basic.defaultRecordModules(Log.class)).hasMessageContaining("'Log' is not in");
    }

    @Test
    void namesTheNearestStreamForAnUnknownOne() {
        assertThatThrownBy(() -> logging.rename("readin", "x")).hasMessageContaining("did you mean 'reading'?");
    }
}
