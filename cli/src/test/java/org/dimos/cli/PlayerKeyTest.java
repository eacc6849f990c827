package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.keymap.KeyMap;
import org.junit.jupiter.api.Test;

class PlayerKeyTest {

    @Test
    void arrowsAreKnownInBothWaysThatTerminalsSendThem() {
        KeyMap<PlayerKey> map = PlayerKey.map();
        assertThat(map.getBound("\033[D")).isEqualTo(PlayerKey.BACK);
        assertThat(map.getBound("\033OC")).isEqualTo(PlayerKey.ON);
        assertThat(map.getBound(" ")).isEqualTo(PlayerKey.TOGGLE);
        assertThat(map.getBound("x")).isNull();
    }

    @Test
    void everyKeyIsBound() {
        assertThat(PlayerKey.map().getBoundKeys().values()).contains(PlayerKey.values());
    }

    @Test
    void speedGoesInStepsAndEndsAtItsLimits() {
        assertThat(PlayerKey.faster(1)).isEqualTo(2);
        assertThat(PlayerKey.slower(1)).isEqualTo(0.5);
        assertThat(PlayerKey.faster(0.03)).isEqualTo(0.05);
        assertThat(PlayerKey.slower(0.01)).isEqualTo(0.01);
        assertThat(PlayerKey.faster(1000)).isEqualTo(1000);
        assertThat(PlayerKey.slower(Double.POSITIVE_INFINITY)).isEqualTo(1000);
    }
}
