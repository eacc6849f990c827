package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SecondsTest {
    private final Seconds seconds = new Seconds();

    @Test
    void readsWholeAndDecimalSeconds() {
        assertThat(seconds.convert("10")).isEqualTo(Duration.ofSeconds(10));
        assertThat(seconds.convert("1.5")).isEqualTo(Duration.ofMillis(1500));
        assertThat(seconds.convert("0.000000001")).isEqualTo(Duration.ofNanos(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1,5", "NaN", "Infinity", "1e99", "10s"})
    void refusesWhatIsNoNumberOfSeconds(String text) {
        assertThatThrownBy(() -> seconds.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is not a number of seconds such as 10 or 1.5");
    }
}
