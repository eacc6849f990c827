package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordedTimeTest {
    private static final long NOW = 1_780_000_000L * 1_000_000_000L;
    private static final int CASES = 100_000;
    private static final long SEED = 7;

    @Test
    void keepsWholeMicrosecondsOfToday() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            long nanos = NOW + random.nextInt(2_000_000_000) * 1000L;
            assertThat(RecordedTime.toNanos(RecordedTime.toSeconds(nanos)))
                    .as("seed %d case %d", SEED, i)
                    .isEqualTo(nanos);
        }
    }

    @Test
    void staysWithin240NanosecondsOfAnyTime() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            long nanos = NOW + (random.nextLong() & 0x3fffffffffffL);
            assertThat(Math.abs(RecordedTime.toNanos(RecordedTime.toSeconds(nanos)) - nanos))
                    .as("seed %d case %d", SEED, i)
                    .isLessThanOrEqualTo(240);
        }
    }

    @Test
    void keepsTheOrderOfNeighbouringDoubles() {
        double seconds = 1_700_000_000.1;
        for (int i = 0; i < CASES; i++) {
            double next = Math.nextUp(seconds);
            assertThat(RecordedTime.toNanos(next)).isGreaterThan(RecordedTime.toNanos(seconds));
            seconds = next;
        }
    }

    @Test
    void readsWhatPythonWrites() {
        assertThat(RecordedTime.toNanos(1700000000.1)).isEqualTo(1_700_000_000_100_000_000L);
        assertThat(RecordedTime.toNanos(-0.5)).isEqualTo(-500_000_000L);
        assertThat(RecordedTime.toSeconds(1_700_000_000_100_000_000L)).isEqualTo(1700000000.1);
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThatThrownBy(() -> RecordedTime.toNanos(Double.NaN)).isInstanceOf(RecordingException.class);
        assertThatThrownBy(() -> RecordedTime.toNanos(1e300)).hasMessageContaining("no time");
    }
}
