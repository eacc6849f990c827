package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class ModuleFieldsTest {

    @Test
    void takesOutFieldsInBothForms() {
        ModuleFields fields = ModuleFields.in("run", "a", "--M.x", "1", "--N.y=2", "--plan");

        assertThat(fields.values()).containsOnly(entry("M.x", "1"), entry("N.y", "2"));
        assertThat(fields.rest()).containsExactly("run", "a", "--plan");
    }

    @Test
    void takesNegativeNumbersAndTextWithEqualsSigns() {
        ModuleFields fields = ModuleFields.in("run", "--M.x", "-0.5", "--M.y=a=b");

        assertThat(fields.values()).containsOnly(entry("M.x", "-0.5"), entry("M.y", "a=b"));
    }

    @Test
    void takesModulesInNamespaces() {
        assertThat(ModuleFields.in("run", "--robot0/Sim.seed", "7").values())
                .containsOnly(entry("robot0/Sim.seed", "7"));
    }

    @Test
    void leavesPathsAndOtherOptionsAlone() {
        String[] words = {"run", "a", "--replay=./x.db", "--rate", "lidar=2.5", "--config=my.json", "a.db"};

        assertThat(ModuleFields.in(words).rest()).containsExactly(words);
    }

    @Test
    void leavesOtherCommandsAlone() {
        assertThat(ModuleFields.in("info", "--M.x", "1").values()).isEmpty();
    }
}
