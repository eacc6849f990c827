package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimePointTest {
    private static final long START = 1_700_000_000_000_000_000L;

    private final TimePoint.Converter converter = new TimePoint.Converter();

    @Test
    void secondsCountFromTheStartOfTheRecording() {
        assertThat(converter.convert("12.5").resolve(START)).isEqualTo(START + 12_500_000_000L);
        assertThat(converter.convert("0").resolve(START)).isEqualTo(START);
    }

    @Test
    void aMomentIsTheSameInEveryRecording() {
        TimePoint moment = converter.convert("2023-11-14T22:13:20.5Z");

        assertThat(moment.resolve(START)).isEqualTo(START + 500_000_000L);
        assertThat(moment.resolve(0)).isEqualTo(START + 500_000_000L);
    }

    @Test
    void aMomentMayBeGivenInAnyZone() {
        assertThat(converter.convert("2023-11-14T23:13:20+01:00").resolve(0)).isEqualTo(START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-1",
                "1,5",
                "NaN",
                "1e99",
                "10s",
                "2023-11-14",
                "2023-11-14T22:13:20",
                "1923-11-14T22:13:20Z",
                "+99999-11-14T22:13:20Z",
                "T"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage(
                        "'" + text
                                + "' is no time; it takes seconds from the start such as 12.5, or a moment such as 2026-11-21T08:30:00Z");
    }
}
