package org.dimos.core.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArraysTest {

    @Test
    void arraysWithTheSameContentAreEqual() {
        assertThat(Floats.copyOf(1, Float.NaN)).isEqualTo(Floats.wrap(new float[] {1, Float.NaN}));
        assertThat(Doubles.copyOf(1, 2)).isEqualTo(Doubles.copyOf(1, 2)).hasSameHashCodeAs(Doubles.copyOf(1, 2));
        assertThat(Ints.copyOf(1, 2)).isNotEqualTo(Ints.copyOf(2, 1));
        assertThat(Longs.copyOf(1, 2)).isEqualTo(Longs.copyOf(1, 2)).hasSameHashCodeAs(Longs.copyOf(1, 2));
        assertThat(Shorts.copyOf((short) 1)).isNotEqualTo(Shorts.empty());
    }

    @Test
    void copyOfIsNotTouchedByLaterChanges() {
        double[] source = {1, 2};
        Doubles array = Doubles.copyOf(source);
        source[0] = 9;
        array.toArray()[1] = 9;
        assertThat(array).isEqualTo(Doubles.copyOf(1, 2));
    }

    @Test
    void viewsAreReadOnly() {
        assertThat(Floats.copyOf(1).asBuffer().isReadOnly()).isTrue();
        assertThat(Ints.copyOf(1).asBuffer().isReadOnly()).isTrue();
        assertThat(Bytes.copyOf((byte) 1).asBuffer().isReadOnly()).isTrue();
    }

    @Test
    void zerosAreZero() {
        assertThat(Doubles.zeros(36).length()).isEqualTo(36);
        assertThat(Doubles.zeros(2)).isEqualTo(Doubles.copyOf(0, 0));
        assertThat(Longs.zeros(0)).isSameAs(Longs.empty());
    }

    @Test
    void saysWhatHasTheWrongLength() {
        assertThatThrownBy(() -> Doubles.zeros(3).requireLength(36, "covariance"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("covariance has 3 values, it needs 36");
    }

    @Test
    void printsLengthAndFirstValues() {
        assertThat(Ints.zeros(1000)).hasToString("1000 ints [0, 0, 0, 0, 0, 0, 0, 0, …]");
        assertThat(Ints.copyOf(1, 2)).hasToString("2 ints [1, 2]");
        assertThat(Bytes.wrap(new byte[17])).hasToString("17 bytes [" + "00".repeat(16) + "…]");
    }

    @Test
    void slicesOfBytesStayWithinTheirRange() {
        Bytes slice = Bytes.copyOf((byte) 1, (byte) 2, (byte) 3).slice(1, 3);
        assertThat(slice).isEqualTo(Bytes.copyOf((byte) 2, (byte) 3));
        assertThat(slice.asBuffer().remaining()).isEqualTo(2);
        assertThatThrownBy(() -> slice.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
