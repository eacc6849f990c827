package org.dimos.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorder is killed in the middle of its work. */
class CasualtyIT {
    private static final int KILLS = 4;
    private static final long SEED = 3;

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasStored() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        long stored = 0;
        for (int i = 0; i < KILLS; i++) {
            Duration time = Duration.ofMillis(random.nextLong(100, 700));
            Casualty casualty = Casualty.of(folder.resolve(i + ".db"), 0, time);
            String told = "seed " + SEED + ", kill " + i + " after " + time.toMillis() + " ms";
            assertThat(casualty.damage()).as(told).isEmpty();
            assertThat(casualty.missing()).as(told).isZero();
            stored += casualty.stored();
        }
        assertThat(stored).as("seed " + SEED).isPositive();
    }
}
