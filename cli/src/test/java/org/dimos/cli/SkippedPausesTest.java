package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.dimos.record.replay.GapSkipping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SkippedPausesTest {
    private final SkippedPauses pauses = new SkippedPauses();

    @Test
    void readsTheLongestPauseThatIsPlayed() {
        assertThat(pauses.convert("2.5")).isEqualTo(GapSkipping.above(Duration.ofMillis(2500)));
        assertThat(pauses.convert(SkippedPauses.NONE)).isEqualTo(GapSkipping.NOTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x"})
    void refusesWhatIsNoLengthOfAPause(String text) {
        assertThatThrownBy(() -> pauses.convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
