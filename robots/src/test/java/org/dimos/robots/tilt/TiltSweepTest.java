package org.dimos.robots.tilt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dimos.robots.geometry.CloudWriter;
import org.junit.jupiter.api.Test;

class TiltSweepTest {
    private final TiltSweep sweep = new TiltSweep(Math.toRadians(180), Math.toRadians(2));
    private final List<List<Long>> ended = new ArrayList<>();

    @Test
    void endsWhereTheUnitTurnsBack() {
        tilt(0, 10, 20, 30, 25, 15, 5, 12, 20);

        assertThat(ended).containsExactly(List.of(0L, 10L, 20L, 30L), List.of(25L, 15L, 5L));
    }

    @Test
    void takesNoiseForNoTurn() {
        tilt(0, 10, 9, 11, 10, 20, 19, 30);

        assertThat(ended).isEmpty();
    }

    @Test
    void endsAfterHalfATurnOfAUnitThatTurnsOn() {
        tilt(0, -60, -120, -180, -240, -300, -360);

        assertThat(ended).containsExactly(List.of(0L, -60L, -120L), List.of(-180L, -240L, -300L));
    }

    @Test
    void losesNoScan() {
        long[] angles = new long[500];
        for (int i = 0; i < angles.length; i++) {
            angles[i] = Math.round(40 * Math.sin(i / 7.0));
        }

        tilt(angles);
        ended.add(numbers(sweep.takeRest()));

        assertThat(ended.stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .toArray())
                .containsExactly(angles);
        assertThat(ended).hasSizeGreaterThan(20);
    }

    private void tilt(long... degrees) {
        for (long angle : degrees) {
            sweep.add(new TiltSweep.Part(Math.toRadians((double) angle), angle, new CloudWriter(0)))
                    .ifPresent(parts -> ended.add(numbers(parts)));
        }
    }

    private static List<Long> numbers(List<TiltSweep.Part> parts) {
        return parts.stream().map(TiltSweep.Part::endNanos).toList();
    }
}
