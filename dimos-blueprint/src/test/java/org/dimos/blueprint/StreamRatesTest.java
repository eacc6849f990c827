package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dimos.core.bus.StreamReport;
import org.junit.jupiter.api.Test;

class StreamRatesTest {
    private static final long SECOND = 1_000_000_000;

    private final StreamRates rates = new StreamRates(100 * SECOND);

    private double at(double second, long sent) {
        StreamReport report = new StreamReport("lidar", String.class, sent, 0, List.of());
        return rates.at((long) ((100 + second) * SECOND), List.of(report)).getOrDefault("lidar", -1.0);
    }

    @Test
    void theFirstLookCountsFromTheStart() {
        assertThat(at(10, 50)).isEqualTo(5);
    }

    @Test
    void theLastSecondsCountForWhoLooksOnceASecond() {
        assertThat(at(1, 10)).isEqualTo(10);
        assertThat(at(2, 30)).isEqualTo(20);
        assertThat(at(3, 30)).isZero();
    }

    @Test
    void whoLooksOftenSeesOneToTwoSeconds() {
        assertThat(at(1, 10)).isEqualTo(10);
        assertThat(at(1.5, 20)).isEqualTo(20 / 1.5);
        assertThat(at(2, 30)).isEqualTo(20);
        assertThat(at(2.5, 35)).isEqualTo(25 / 1.5);
    }

    @Test
    void noTimeIsNoDivisionByZero() {
        assertThat(at(0, 0)).isZero();
    }
}
