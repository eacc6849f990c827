package org.dimos.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatTest {

    @Test
    void writesSizesInDecimalUnits() {
        assertThat(Format.bytes(0)).isEqualTo("0 B");
        assertThat(Format.bytes(999)).isEqualTo("999 B");
        assertThat(Format.bytes(1_000)).isEqualTo("1.0 kB");
        assertThat(Format.bytes(999_600)).isEqualTo("1.0 MB");
        assertThat(Format.bytes(12_345_678_901L)).isEqualTo("12.3 GB");
    }

    @Test
    void writesTimesWithFixedDecimals() {
        assertThat(Format.seconds(1_500_000_000)).isEqualTo("1.50");
        assertThat(Format.milliseconds(Duration.ofNanos(1_234_567))).isEqualTo("1.23");
        assertThat(Format.time(1_700_000_000_123_456_789L)).isEqualTo("2023-11-14T22:13:20.123Z");
    }

    @Test
    void writesTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Format.count(4093)).isEqualTo("4,093");
            assertThat(Format.hertz(15.04)).isEqualTo("15.0");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void countsInWords() {
        assertThat(Format.count(1, "stream")).isEqualTo("1 stream");
        assertThat(Format.count(0, "stream")).isEqualTo("0 streams");
    }
}
