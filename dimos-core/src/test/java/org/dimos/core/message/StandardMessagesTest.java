package org.dimos.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.dimos.core.message.lcm.LcmCodec;
import org.dimos.msgs.geometry.Accel;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.std.StringMessage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StandardMessagesTest {
    private static final long TWIST = 0x2e7c07d7cdf7e027L;

    @TestFactory
    List<DynamicTest> eachLineOfTheTableFitsItsRecord() {
        return StandardMessages.typeNames().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> checkLine(name)))
                .toList();
    }

    private static void checkLine(String name) {
        StandardMessages.Entry line = StandardMessages.byTypeName(name).orElseThrow();
        LcmCodec<?> codec = LcmCodec.of(line.load());
        String right = codec.typeName() + " " + HexFormat.of().toHexDigits(codec.fingerprint()) + " "
                + codec.type().getName();
        assertThat(line.typeName() + " " + HexFormat.of().toHexDigits(line.fingerprint()) + " " + line.className())
                .isEqualTo(right);
    }

    @Test
    void findsATypeByName() {
        assertThat(MessageCodecs.byTypeName("std_msgs.String").orElseThrow().type())
                .isEqualTo(StringMessage.class);
        assertThat(MessageCodecs.byTypeName("foxglove_msgs.SceneUpdate")).isEmpty();
    }

    @Test
    void prefersTheNamedOneOfTypesWithTheSameFingerprint() {
        assertThat(typeOf(TWIST, "geometry_msgs.Accel")).isEqualTo(Accel.class);
        assertThat(typeOf(TWIST, "geometry_msgs.Twist")).isEqualTo(Twist.class);
    }

    @Test
    void trustsTheFingerprintMoreThanTheName() {
        assertThat(typeOf(TWIST, "sensor_msgs.Image")).isEqualTo(Twist.class);
        assertThat(typeOf(TWIST, "no_such.Type")).isEqualTo(Twist.class);
    }

    @Test
    void findsNothingForAnUnknownFingerprint() {
        assertThat(MessageCodecs.byFingerprint(1, "geometry_msgs.Twist")).isEmpty();
    }

    private static Class<?> typeOf(long fingerprint, String preferred) {
        return MessageCodecs.byFingerprint(fingerprint, preferred).orElseThrow().type();
    }
}
