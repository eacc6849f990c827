package org.dimos.core.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.dimos.core.tf.TransformException.Reason;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.tf2.TFMessage;
import org.junit.jupiter.api.Test;

class TransformBufferTest {
    private static final long SECOND = 1_000_000_000L;

    private final TransformBuffer buffer = new TransformBuffer();

    @Test
    void givesThePoseOfTheSourceInTheTarget() {
        buffer.add(at(10, "map", "base", 5, 0));
        buffer.addStatic(at(0, "base", "laser", 0.5, 1));
        Transform laser = buffer.lookup("map", "laser", 10 * SECOND);
        assertThat(laser.translation()).isEqualTo(new Vector3(5.5, 0, 0));
        assertThat(laser.rotation().yaw()).isCloseTo(1, within(1e-12));
        assertThat(laser.apply(1, 0, 0).x()).isCloseTo(5.5 + Math.cos(1), within(1e-12));
    }

    @Test
    void goesUpAndDownTheTree() {
        buffer.add(at(10, "base", "left", 1, 0));
        buffer.add(at(10, "base", "right", -1, 0));
        assertThat(buffer.lookup("left", "right", 10 * SECOND).translation().x())
                .isEqualTo(-2);
        assertThat(buffer.lookup("left", "base", 10 * SECOND).translation().x()).isEqualTo(-1);
        assertThat(buffer.lookup("left", "left", 99 * SECOND)).isEqualTo(Transform.identity());
    }

    @Test
    void needsOnlyTheTransformsBetweenTheFrames() {
        buffer.add(at(10, "map", "base", 5, 0));
        buffer.add(at(20, "base", "left", 1, 0));
        buffer.add(at(20, "base", "right", 2, 0));
        assertThat(buffer.canTransform("left", "right", 20 * SECOND)).isTrue();
        assertThat(buffer.canTransform("map", "right", 20 * SECOND)).isFalse();
    }

    @Test
    void tellsWhyThereIsNoTransform() {
        buffer.add(at(10, "map", "base", 5, 0));
        buffer.add(at(12, "map", "base", 7, 0));
        buffer.add(at(10, "other", "thing", 1, 0));

        assertThat(buffer.missing("map", "base", 11 * SECOND)).isEmpty();
        assertThat(buffer.missing("map", "base", 9 * SECOND)).contains(Reason.TOO_EARLY);
        assertThat(buffer.missing("base", "map", 13 * SECOND)).contains(Reason.TOO_LATE);
        assertThat(buffer.missing("map", "nowhere", 11 * SECOND)).contains(Reason.UNKNOWN_FRAME);
        assertThat(buffer.missing("map", "thing", 10 * SECOND)).contains(Reason.NOT_CONNECTED);
    }

    @Test
    void aPairOfFramesAnswersAsTheBuffer() {
        buffer.add(at(10, "map", "base", 5, 0));
        buffer.add(at(12, "map", "base", 7, 1));
        buffer.addStatic(at(0, "base", "laser", 0.5, 1));
        FramePair pair = buffer.between("map", "laser");

        for (long nanos = 10 * SECOND; nanos <= 12 * SECOND; nanos += SECOND / 8) {
            assertThat(pair.at(nanos)).isEqualTo(buffer.lookup("map", "laser", nanos));
        }
        assertThat(pair.missingAt(13 * SECOND)).contains(Reason.TOO_LATE);
        assertThatThrownBy(() -> pair.at(13 * SECOND)).isInstanceOf(TransformException.class);
    }

    @Test
    void interpolatesBetweenNeighbours() {
        buffer.add(at(10, "map", "base", 5, 0));
        buffer.add(at(12, "map", "base", 7, 1));
        Transform between = buffer.lookup("map", "base", 10 * SECOND + SECOND / 2);
        assertThat(between.translation().x()).isCloseTo(5.5, within(1e-12));
        assertThat(between.rotation().yaw()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void neverExtrapolates() {
        buffer.add(at(10, "map", "base", 5, 0));
        buffer.add(at(12, "map", "base", 7, 0));
        assertReason("map", "base", 13, Reason.TOO_LATE)
                .hasMessage("the transform of frame 'base' in 'map' is known from 10.000000000 s to 12.000000000 s,"
                        + " not at 13.000000000 s");
        assertReason("map", "base", 9, Reason.TOO_EARLY);
    }

    @Test
    void saysWhichFrameIsUnknown() {
        buffer.add(at(10, "map", "base", 5, 0));
        assertReason("map", "lser", 10, Reason.UNKNOWN_FRAME)
                .hasMessage("frame 'lser' is unknown; known are base, map");
    }

    @Test
    void saysThatFramesAreNotConnected() {
        buffer.add(at(10, "map", "base", 5, 0));
        buffer.add(at(10, "world", "drone", 5, 0));
        assertReason("base", "drone", 10, Reason.NOT_CONNECTED)
                .hasMessage("frames 'base' and 'drone' are not connected: one hangs below 'map', the other below"
                        + " 'world'");
    }

    @Test
    void survivesALoopOfFrames() {
        buffer.add(at(10, "a", "b", 1, 0));
        buffer.add(at(10, "b", "a", 1, 0));
        buffer.add(at(10, "c", "d", 1, 0));
        assertReason("a", "d", 10, Reason.NOT_CONNECTED);
        assertReason("d", "a", 10, Reason.NOT_CONNECTED);
    }

    @Test
    void forgetsWhatIsTooOld() {
        TransformBuffer shortBuffer = new TransformBuffer(Duration.ofSeconds(2));
        for (int second = 0; second <= 10; second++) {
            shortBuffer.add(at(100 + second, "map", "base", second, 0));
        }
        assertThat(shortBuffer.canTransform("map", "base", 108 * SECOND)).isTrue();
        assertThat(shortBuffer.canTransform("map", "base", 107 * SECOND)).isFalse();
    }

    @Test
    void startsAgainWhenTimeGoesFarBack() {
        buffer.add(at(100, "map", "base", 1, 0));
        buffer.add(at(50, "map", "base", 2, 0));
        assertThat(buffer.lookup("map", "base", 50 * SECOND).translation().x()).isEqualTo(2);
        assertThat(buffer.canTransform("map", "base", 100 * SECOND)).isFalse();
    }

    @Test
    void takesTransformsThatArriveOutOfOrder() {
        buffer.add(at(12, "map", "base", 7, 0));
        buffer.add(at(10, "map", "base", 5, 0));
        assertThat(buffer.lookup("map", "base", 11 * SECOND).translation().x()).isEqualTo(6);
    }

    @Test
    void findsTheLatestCommonTime() {
        buffer.add(at(10, "map", "base", 5, 0));
        buffer.add(at(12, "map", "base", 7, 0));
        buffer.add(at(10, "base", "arm", 1, 0));
        buffer.add(at(11, "base", "arm", 1, 0));
        buffer.addStatic(at(0, "arm", "hand", 1, 0));
        assertThat(buffer.lookupLatest("map", "hand").translation().x()).isEqualTo(8);
        assertThat(buffer.lookupLatest("arm", "hand").translation().x()).isEqualTo(1);
    }

    @Test
    void aNewParentReplacesTheOldOne() {
        buffer.add(at(10, "map", "base", 5, 0));
        buffer.add(at(11, "odom", "base", 6, 0));
        assertThat(buffer.canTransform("odom", "base", 11 * SECOND)).isTrue();
        assertThat(buffer.frames()).containsExactly("base", "odom");
    }

    @Test
    void doesNotUseWhatIsNoTransform() {
        assertThat(add("a", "a", Transform.identity())).isFalse();
        assertThat(add("a", "b", new Transform(Vector3.zero(), new Quaternion(0, 0, 0, 0))))
                .isFalse();
        assertThat(add("a", "b", new Transform(new Vector3(Double.NaN, 0, 0), Quaternion.identity())))
                .isFalse();
        assertThat(buffer.frames()).isEmpty();
    }

    @Test
    void ignoresTheSlashThatOldFramesStartWith() {
        buffer.add(at(10, "/map", "/base", 5, 0));
        assertThat(buffer.canTransform("map", "/base", 10 * SECOND)).isTrue();
        buffer.clear();
        assertThat(buffer.frames()).isEmpty();
    }

    private boolean add(String parent, String child, Transform transform) {
        return buffer.add(new TransformStamped(Header.of(SECOND, parent), child, transform), false);
    }

    private AbstractThrowableAssert<?, ?> assertReason(String target, String source, long second, Reason reason) {
        return assertThatThrownBy(() -> buffer.lookup(target, source, second * SECOND))
                .asInstanceOf(InstanceOfAssertFactories.throwable(TransformException.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static TFMessage at(long second, String parent, String child, double x, double yaw) {
        Transform transform = new Transform(new Vector3(x, 0, 0), Quaternion.ofYaw(yaw));
        return TFMessage.of(new TransformStamped(Header.of(second * SECOND, parent), child, transform));
    }
}
