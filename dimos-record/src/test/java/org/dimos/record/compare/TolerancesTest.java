package org.dimos.record.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dimos.record.RecordingException;
import org.junit.jupiter.api.Test;

class TolerancesTest {

    @Test
    void areForAFieldAllBelowItOrAWholeStream() {
        assertThat(Tolerances.none().of("odom", "pose.x")).isZero();
        assertThat(Tolerances.none().with("odom.pose.x", 1).of("odom", "pose.x"))
                .isOne();
        assertThat(Tolerances.none().with("odom.pose", 1).of("odom", "pose.x")).isOne();
        assertThat(Tolerances.none().with("odom", 1).of("odom", "pose.x")).isOne();
        assertThat(Tolerances.none().with("odom", 1).of("odometry", "pose.x")).isZero();
        assertThat(Tolerances.none().with("map.data", 1).of("map", "data[17]")).isOne();
        assertThat(Tolerances.none().with("*.stamp", 1).of("map", "header.stamp"))
                .isOne();
    }

    @Test
    void theLastRuleThatFitsCounts() {
        Tolerances tolerances = Tolerances.none().with("odom", 1).with("odom.pose.x", 0);
        assertThat(tolerances.of("odom", "pose.x")).isZero();
        assertThat(tolerances.of("odom", "pose.y")).isOne();
    }

    @Test
    void theTimeOfMessagesIsNamedOrNotMeant() {
        assertThat(Tolerances.none().with("odom", 1).ofTime("odom")).isEmpty();
        assertThat(Tolerances.none().with("odom.ts", 0.5).ofTime("odom")).hasValue(0.5);
    }

    @Test
    void areNoNegativeNumbersAndForStreamsThatAreThere() {
        assertThatThrownBy(() -> Tolerances.none().with("odom", -1)).isInstanceOf(RecordingException.class);
        assertThatThrownBy(() -> Tolerances.none().with("odom", Double.NaN)).isInstanceOf(RecordingException.class);
        assertThatThrownBy(() -> Tolerances.none().with("odo.x", 1).check(List.of("odom")))
                .hasMessageContaining("did you mean 'odom'?");
    }
}
