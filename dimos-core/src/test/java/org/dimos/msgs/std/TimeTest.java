package org.dimos.msgs.std;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dimos.msgs.tf2.TFMessage;
import org.junit.jupiter.api.Test;

class TimeTest {

    @Test
    void nanosComeBack() {
        assertThat(Time.ofNanos(1_700_000_000_123_456_789L)).isEqualTo(new Time(1_700_000_000, 123_456_789));
        assertThat(Time.ofNanos(1_700_000_000_123_456_789L).toNanos()).isEqualTo(1_700_000_000_123_456_789L);
        assertThat(Duration.ofNanos(-1)).isEqualTo(new Duration(-1, 999_999_999));
        assertThat(Duration.ofNanos(-1).toNanos()).isEqualTo(-1);
    }

    @Test
    void refusesTimesThatDoNotFit() {
        assertThatThrownBy(() -> Time.ofNanos(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Duration.ofNanos(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secondsOfZeroMeanThatThereIsNoStamp() {
        assertThat(new Header(0, new Time(0, 5), "map").stampNanos()).isZero();
        assertThat(TFMessage.of().stampNanos()).isZero();
    }
}
