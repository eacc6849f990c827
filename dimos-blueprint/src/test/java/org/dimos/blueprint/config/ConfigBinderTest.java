package org.dimos.blueprint.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigBinderTest {

    enum Mode {
        SLOW,
        FAST
    }

    static final class Arm {
        record Config(int joints, double reach, String label, Mode mode, Duration timeout, List<Double> limits) {
            Config {
                if (joints < 1) {
                    throw new IllegalArgumentException("joints is " + joints + "; it must be at least 1");
                }
            }

            Config() {
                this(6, 0.8, "7", Mode.SLOW, Duration.ofSeconds(1), List.of(1.0));
            }
        }
    }

    static final class Bare {
        record Config(int needed) {}
    }

    private static Object bind(Class<?> type, ObjectNode blueprint, Settings settings) {
        Map<String, Object> configs =
                new ConfigBinder(List.of(new ModuleConfig("RobotArm", type, blueprint)), settings).bind();
        return requireNonNull(configs.get("RobotArm"));
    }

    private static Object bind(Settings settings) {
        return bind(Arm.class, ConfigValues.empty(), settings);
    }

    private static Settings commandLine(String key, String value) {
        return Settings.none().withCommandLine(Map.of(key, value));
    }

    @Test
    void takesDefaultsFromTheNoArgumentConstructor() {
        assertThat(bind(Settings.none())).isEqualTo(new Arm.Config());
    }

    @Test
    void letsLaterLayersWin(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("dimos.json");
        Files.writeString(
                file, "{\"RobotArm\": {\"joints\": 1, \"reach\": 1, \"label\": \"file\", \"mode\": \"FAST\"}}");
        Settings settings = Settings.none()
                .withFile(file)
                .withEnvironment(Map.of(
                        "DIMOS_ROBOT_ARM_JOINTS", "2", "DIMOS_ROBOT_ARM_REACH", "2", "DIMOS_ROBOT_ARM_LABEL", "2"))
                .withCommandLine(Map.of("RobotArm.joints", "4"));
        ObjectNode blueprint = ConfigValues.of("joints", 3).put("reach", 3);
        assertThat(bind(Arm.class, blueprint, settings))
                .isEqualTo(new Arm.Config(4, 3, "2", Mode.FAST, Duration.ofSeconds(1), List.of(1.0)));
    }

    @Test
    void readsTextAsWhatTheFieldTakes() {
        Settings settings = Settings.none()
                .withCommandLine(Map.of(
                        "RobotArm.label",
                        "12",
                        "RobotArm.mode",
                        "FAST",
                        "RobotArm.timeout",
                        "PT2S",
                        "RobotArm.limits",
                        "[1, 2.5]"));
        assertThat(bind(settings))
                .isEqualTo(new Arm.Config(6, 0.8, "12", Mode.FAST, Duration.ofSeconds(2), List.of(1.0, 2.5)));
    }

    @Test
    void refusesAnUnknownFieldWithTheNearest() {
        assertThatThrownBy(() -> bind(commandLine("RobotArm.joint", "3")))
                .hasMessage("module 'RobotArm' has no field 'joint' (set by the command line); did you mean 'joints'?");
    }

    @Test
    void refusesAnUnknownModuleWithTheNearest() {
        assertThatThrownBy(() -> bind(commandLine("RobotAm.joints", "3")))
                .hasMessage("module 'RobotAm' in the command line is not in the blueprint; did you mean 'RobotArm'?");
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertThatThrownBy(() -> bind(commandLine("RobotArm.joints", "many")))
                .hasMessage(
                        "field 'joints' of module 'RobotArm' is set to \"many\" by the command line; it takes a int");
    }

    @Test
    void refusesNothingAsAValue(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("dimos.json"), "{\"RobotArm\": {\"label\": null}}");
        assertThatThrownBy(() -> bind(Settings.none().withFile(file)))
                .hasMessage("field 'label' of module 'RobotArm' is set to null by the configuration file;"
                        + " it takes a String");
        assertThatThrownBy(() -> bind(commandLine("RobotArm.timeout", "null")))
                .hasMessageContaining("it takes a Duration");
    }

    @Test
    void tellsTheConstantsOfAnEnum() {
        assertThatThrownBy(() -> bind(commandLine("RobotArm.mode", "MEDIUM"))).hasMessageContaining("[SLOW, FAST]");
    }

    @Test
    void passesOnWhatTheRecordRefuses() {
        assertThatThrownBy(() -> bind(commandLine("RobotArm.joints", "0")))
                .hasMessage("the configuration of module 'RobotArm' is refused: joints is 0; it must be at least 1");
    }

    @Test
    void asksForAFieldWithoutDefault() {
        assertThatThrownBy(() -> bind(Bare.class, ConfigValues.empty(), Settings.none()))
                .hasMessage("field 'needed' of module 'RobotArm' has no default and is not set; set it with"
                        + " --RobotArm.needed");
    }

    @Test
    void givesAVariableToTheModuleWithTheLongerName() {
        List<ModuleConfig> modules = List.of(
                new ModuleConfig("Robot", Arm.class, ConfigValues.empty()),
                new ModuleConfig("RobotArm", Arm.class, ConfigValues.empty()));
        Settings settings = Settings.none().withEnvironment(Map.of("DIMOS_ROBOT_ARM_JOINTS", "2"));
        assertThat(new ConfigBinder(modules, settings).bind())
                .containsEntry("Robot", new Arm.Config())
                .containsEntry("RobotArm", new Arm.Config(2, 0.8, "7", Mode.SLOW, Duration.ofSeconds(1), List.of(1.0)));
    }

    @Test
    void tellsAllMistakesAtOnce() {
        Settings settings = Settings.none()
                .withEnvironment(Map.of("DIMOS_ROBOT_ARM_JIONTS", "2"))
                .withCommandLine(Map.of("RobotArm.joints", "many", "Other.x", "1"));
        assertThatThrownBy(() -> bind(settings))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.mistakes()).hasSize(3));
    }

    @Test
    void refusesAFileThatIsNoObject(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("dimos.json"), "[1]");
        assertThatThrownBy(() -> Settings.none().withFile(file)).hasMessageContaining("holds no JSON object");
    }

    @Test
    void refusesASectionThatIsNoObject(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("dimos.json"), "{\"RobotArm\": 5}");
        assertThatThrownBy(() -> bind(Settings.none().withFile(file)))
                .hasMessageContaining("module 'RobotArm' is set to 5 by the configuration file; it takes an object");
    }

    @Test
    void namesTheLineOfBrokenJson(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("dimos.json"), "{\n\"a\": }");
        assertThatThrownBy(() -> Settings.none().withFile(file)).hasMessageContaining("in line 2");
    }
}
