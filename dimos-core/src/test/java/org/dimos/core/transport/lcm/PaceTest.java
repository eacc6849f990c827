package org.dimos.core.transport.lcm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private long now = 1_000_000_000_000L;
    private final Pace pace = new Pace(1000, 1_000_000, () -> now);

    @Test
    void aBurstGoesAtOnceAndTheRestAtTheRate() {
        assertThat(pace.delay(600)).isZero();
        assertThat(pace.delay(400)).isZero();
        assertThat(pace.delay(500)).isEqualTo(500_000);

        now += 500_000;
        assertThat(pace.delay(500)).isEqualTo(500_000);
    }

    @Test
    void aPauseAllowsOneBurstAndNoMore() {
        assertThat(pace.delay(1000)).isZero();
        now += 3_600_000_000_000L;
        assertThat(pace.delay(1000)).isZero();
        assertThat(pace.delay(1000)).isEqualTo(1_000_000);
    }
}
