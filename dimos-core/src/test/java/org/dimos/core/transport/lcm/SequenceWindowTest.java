package org.dimos.core.transport.lcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequenceWindowTest {
    private final SequenceWindow window = new SequenceWindow();

    @Test
    void countsFromTheFirstNumberItSees() {
        note(41, 42, 43);

        assertThat(window.missing()).isZero();
    }

    @Test
    void aGapIsMissing() {
        note(1, 2, 6, 7);

        assertThat(window.missing()).isEqualTo(3);
    }

    @Test
    void whatComesLateIsNotMissing() {
        note(1, 2, 6, 4, 5, 3);

        assertThat(window.missing()).isZero();
    }

    @Test
    void whatComesTwiceIsNoNews() {
        note(1, 2, 4, 4, 2);

        assertThat(window.missing()).isEqualTo(1);
    }

    @Test
    void numbersGoOnBehindTheGreatest() {
        note(Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 2);

        assertThat(window.missing()).isEqualTo(1);
    }

    @Test
    void aSenderThatBeginsAnewHasLostNothing() {
        note(500_000, 0, 1, 3);

        assertThat(window.missing()).isEqualTo(1);
    }

    @Test
    void countsRightWhateverIsLostAndSwapped() {
        Random random = new Random(11);
        for (int round = 0; round < 1000; round++) {
            SequenceWindow fresh = new SequenceWindow();
            List<Integer> numbers = new ArrayList<>();
            long lost = 0;
            for (int n = 1; n < 400; n++) {
                boolean present = random.nextInt(10) > 0;
                lost += present ? 0 : 1;
                if (present) {
                    numbers.add(n);
                }
            }
            for (int i = 0; i + 1 < numbers.size(); i += 2) {
                Collections.swap(numbers, i, i + 1);
            }
            var unused = fresh.note(0);
            numbers.forEach(fresh::note);
            var last = fresh.note(400);
            assertThat(fresh.missing()).as("round %d, %d", round, last).isEqualTo(lost);
        }
    }

    private void note(int... numbers) {
        for (int number : numbers) {
            var unused = window.note(number);
        }
    }
}
