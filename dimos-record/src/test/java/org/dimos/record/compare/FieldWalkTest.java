package org.dimos.record.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.nav.Path;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.std.MultiArrayLayout;
import org.dimos.msgs.std.UInt8MultiArray;
import org.junit.jupiter.api.Test;

class FieldWalkTest {
    private static final Header HEADER = Header.of(1_500_000_000L, "odom");

    private static Optional<FieldDifference> first(Object left, Object right) {
        return new FieldWalk(field -> 0).first(left, right);
    }

    @Test
    void findsNothingInEqualMessages() {
        assertThat(first(Twist.planar(1, 2), Twist.planar(1, 2))).isEmpty();
        assertThat(first(Double.NaN, Double.NaN)).isEmpty();
    }

    @Test
    void namesThePathOfTheFirstFieldThatIsDifferent() {
        Twist left = new Twist(new Vector3(1, 2, 3), Vector3.zero());
        Twist right = new Twist(new Vector3(1, 2.5, 4), Vector3.zero());
        assertThat(first(left, right)).contains(new FieldDifference("linear.y", "2.0", "2.5"));
    }

    @Test
    void namesTheIndexInAnArrayAndInAList() {
        MultiArrayLayout layout = new MultiArrayLayout(List.of(), 0);
        assertThat(first(
                        new UInt8MultiArray(layout, Bytes.copyOf(new byte[] {1, 2, 3})),
                        new UInt8MultiArray(layout, Bytes.copyOf(new byte[] {1, 2, 4}))))
                .contains(new FieldDifference("data[2]", "3", "4"));
        assertThat(first(path(1), path(2))).contains(new FieldDifference("poses[0].pose.position.x", "1.0", "2.0"));
    }

    private static Path path(double x) {
        return new Path(HEADER, List.of(new PoseStamped(HEADER, Pose.planar(x, 0, 0))));
    }

    @Test
    void namesTheLengthWhereItIsDifferent() {
        assertThat(first(path(1), new Path(HEADER, List.of()))).contains(new FieldDifference("poses.length", "1", "0"));
    }

    @Test
    void takesStampsAsSeconds() {
        Header later = Header.of(1_500_000_100L, "odom");
        assertThat(first(new Path(HEADER, List.of()), new Path(later, List.of())))
                .contains(new FieldDifference("header.stamp", "1.500000000", "1.500000100"));
        assertThat(new FieldWalk(field -> field.equals("header.stamp") ? 1e-6 : 0)
                        .first(new Path(HEADER, List.of()), new Path(later, List.of())))
                .isEmpty();
    }

    @Test
    void letsNumbersBeApartByTheToleranceOfTheirField() {
        FieldWalk walk = new FieldWalk(field -> field.equals("linear.x") ? 0.5 : 0);
        assertThat(walk.first(Twist.planar(1, 0), Twist.planar(1.5, 0))).isEmpty();
        assertThat(walk.first(Twist.planar(1, 0), Twist.planar(1.6, 0))).isPresent();
        assertThat(walk.first(Twist.planar(1, 0), Twist.planar(1, 0.1)))
                .contains(new FieldDifference("angular.z", "0.0", "0.1"));
    }

    @Test
    void takesNotANumberAsFarFromEveryNumber() {
        assertThat(new FieldWalk(field -> 1e300).first(1.0, Double.NaN)).isPresent();
    }

    @Test
    void tellsTwoLongsApartThatAreTheSameAsDoubles() {
        assertThat(first(Long.MAX_VALUE, Long.MAX_VALUE - 1)).isPresent();
    }
}
