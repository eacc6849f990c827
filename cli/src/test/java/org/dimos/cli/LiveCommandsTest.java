package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveCommandsTest {
    @TempDir
    private Path folder = Path.of("");

    private Answer dimos(String... words) {
        return Answer.with(Map.of("DIMOS_STATE", folder.toString()), words);
    }

    private void assertMistake(String expected, String... words) {
        Answer answer = dimos(words);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.complaints()).singleElement().asString().contains(expected);
    }

    @Test
    void whereNothingRunsThereIsNothingToSee() {
        assertThat(dimos("ps").out().strip()).isEqualTo("no run is going on");
        assertThat(dimos("ps", "--json").out().strip()).isEqualTo("[ ]");
        assertThat(dimos("stop", "--all").code()).isZero();
        assertMistake("no run is going on; 'dimos run' starts one", "top");
        assertMistake("no run is going on", "stop");
        assertMistake("no run named 'sim' is going on; there is none", "stop", "sim");
        assertMistake("there is no log in " + folder, "log");
    }

    @Test
    void allAndNamesExcludeEachOther() {
        assertMistake("leave the names out", "stop", "--all", "sim");
    }

    @ParameterizedTest
    @CsvSource({"-5, 0s", "59, 59s", "61, 1m1s", "3700, 1h1m", "90000, 1d1h"})
    void anAgeHasOneOrTwoUnits(long seconds, String text) {
        assertThat(Age.text(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
