package org.dimos.record.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.MessageFormatException;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.sensor.JointState;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.msgs.sensor.NavSatStatus;
import org.dimos.msgs.std.EmptyMessage;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.std.StringMessage;
import org.dimos.msgs.std.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosTypeTest {
    private static final String SEPARATOR = "\n" + "=".repeat(80) + "\n";
    private static final String HEADER = SEPARATOR + "MSG: std_msgs/Header\nuint32 seq\ntime stamp\nstring frame_id\n";
    private static final String HEADER2 =
            SEPARATOR + "MSG: std_msgs/Header\nbuiltin_interfaces/Time stamp\nstring frame_id\n" + SEPARATOR
                    + "MSG: builtin_interfaces/Time\nint32 sec\nuint32 nanosec\n";
    private static final String JOINT_STATE =
            "# comment = none\nHeader header\nstring[] name # of the joints\nfloat64[] position\nfloat64[] velocity\nfloat64[] effort\n";
    private static final JointState JOINTS = new JointState(
            new Header(7, new Time(10, 20), "arm"),
            List.of("a", "bcd"),
            Doubles.copyOf(1, 2),
            Doubles.empty(),
            Doubles.copyOf(-3));

    @Test
    void readsARos1MessageByItsDefinition() throws LayoutException {
        Bytes message = MessageBytes.ros1()
                .int32(7, 10, 20)
                .string("arm")
                .int32(2)
                .string("a")
                .string("bcd")
                .int32(2)
                .float64(1, 2)
                .int32(0)
                .int32(1)
                .float64(-3)
                .bytes();

        assertThat(ros1("sensor_msgs/JointState", JOINT_STATE + HEADER).decode(message))
                .isEqualTo(JOINTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void readsCdrOfBothByteOrders(String order) throws LayoutException {
        Bytes message = cdrJoints(order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        JointState expected = new JointState(
                Header.of(10_000_000_020L, "arm"),
                JOINTS.name(),
                JOINTS.position(),
                JOINTS.velocity(),
                JOINTS.effort());

        assertThat(cdr("sensor_msgs/msg/JointState", "").decode(message)).isEqualTo(expected);
        assertThat(cdr("sensor_msgs/msg/JointState", JOINT_STATE + HEADER2).decode(message))
                .isEqualTo(expected);
    }

    private static Bytes cdrJoints(ByteOrder order) {
        return MessageBytes.cdr(order)
                .int32(10, 20)
                .string("arm")
                .int32(2)
                .string("a")
                .string("bcd")
                .int32(2)
                .float64(1, 2)
                .int32(0)
                .int32(1)
                .float64(-3)
                .bytes();
    }

    @Test
    void matchesFieldsByNameWhereTheOrderDiffers() throws LayoutException {
        RosDecoder decoder = ros1("sensor_msgs/NavSatStatus", "uint16 SERVICE_GPS=1\nuint16 service\nint8 status");

        assertThat(decoder.decode(MessageBytes.ros1().int16(8).int8(-1).bytes()))
                .isEqualTo(new NavSatStatus((byte) -1, (short) 8));
    }

    @Test
    void readsNumbersAsOneBlock() throws LayoutException {
        MessageBytes message = MessageBytes.cdr(ByteOrder.LITTLE_ENDIAN)
                .int32(1, 2)
                .string("laser")
                .float32(new float[7]);
        message.int32(3).float32(1, 2, 3).int32(0);

        LaserScan scan = (LaserScan) cdr("sensor_msgs/msg/LaserScan", "").decode(message.bytes());
        assertThat(scan.ranges()).isEqualTo(Floats.copyOf(1, 2, 3));
    }

    @Test
    void readsATypeWithoutFields() throws LayoutException {
        assertThat(cdr("std_msgs/msg/Empty", "")
                        .decode(MessageBytes.cdr(ByteOrder.LITTLE_ENDIAN)
                                .int8(0)
                                .bytes()))
                .isEqualTo(new EmptyMessage());
        assertThat(ros1("std_msgs/Empty", "").decode(Bytes.empty())).isEqualTo(new EmptyMessage());
    }

    @Test
    void toleratesPaddingAtTheEndOfCdr() throws LayoutException {
        RosDecoder decoder = cdr("std_msgs/msg/String", "");
        MessageBytes message =
                MessageBytes.cdr(ByteOrder.LITTLE_ENDIAN).string("hi").int8(0);

        assertThat(decoder.decode(message.bytes())).isEqualTo(new StringMessage("hi"));
        message.int8(0).int8(0).int8(0);
        assertThatThrownBy(() -> decoder.decode(message.bytes())).isInstanceOf(MessageFormatException.class);
    }

    @Test
    void knowsTheOldNameOfTransforms() throws LayoutException {
        assertThat(new RosType("tf/tfMessage", Serialisation.ROS1, "").localName())
                .isEqualTo("tf2_msgs.TFMessage");
    }

    @Test
    void saysWhichFieldIsNotKnown() {
        assertThatThrownBy(() -> ros1("geometry_msgs/Point", "float64 x\nfloat64 y\nfloat64 z\nfloat64 w"))
                .isInstanceOf(LayoutException.class)
                .hasMessage("geometry_msgs/Point has a field 'w', which is not known here");
    }

    @Test
    void saysWhichFieldIsMissing() {
        assertThatThrownBy(() -> ros1("geometry_msgs/Point", "float64 x\nfloat64 y"))
                .hasMessage("geometry_msgs/Point has no field 'z'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32 x", "float64[] x", "float64[1] x", "string x", "time x", "wstring x"})
    void saysWhichFieldHasAnotherType(String field) {
        assertThatThrownBy(() -> ros1("geometry_msgs/Point", field + "\nfloat64 y\nfloat64 z"))
                .hasMessage("the field 'x' of geometry_msgs/Point has another type than the one known here");
    }

    @Test
    void saysThatATypeIsNotKnown() {
        assertThatThrownBy(() -> ros1("vendor/Thing", "int32 a"))
                .hasMessage("there is no message record for vendor.Thing");
    }

    @Test
    void refusesADefinitionThatContainsItself() {
        assertThatThrownBy(() -> ros1("geometry_msgs/Point", "geometry_msgs/Point x\nfloat64 y\nfloat64 z"))
                .hasMessageContaining("contains itself");
    }

    @Test
    void refusesADefinitionThatIsNotWhole() {
        assertThatThrownBy(() -> ros1("sensor_msgs/JointState", JOINT_STATE)).hasMessageContaining("does not define");
    }

    @Test
    void findsTheStampOfATypeThatIsNotKnown() {
        RosType type = new RosType("vendor/Thing", Serialisation.ROS1, "Header header\nint32 a" + HEADER);
        Bytes message = MessageBytes.ros1().int32(1, 5, 6).string("").int32(0).bytes();

        assertThat(type.stampField().orElseThrow().nanos(message)).isEqualTo(5_000_000_006L);
        assertThat(type.stampField().orElseThrow().nanos(message.slice(0, 7))).isZero();
    }

    @Test
    void refusesLengthsThatTheMessageCannotHold() throws LayoutException {
        RosDecoder decoder = cdr("sensor_msgs/msg/JointState", "");
        Bytes message = MessageBytes.cdr(ByteOrder.LITTLE_ENDIAN)
                .int32(10, 20)
                .string("arm")
                .int32(-1)
                .bytes();

        assertThatThrownBy(() -> decoder.decode(message))
                .isInstanceOf(MessageFormatException.class)
                .hasMessageContaining("4294967295 elements");
    }

    @Test
    void refusesTextThatIsNoUtf8() throws LayoutException {
        RosDecoder decoder = ros1("std_msgs/String", "string data");

        assertThatThrownBy(() ->
                        decoder.decode(MessageBytes.ros1().int32(1).int8(0xFF).bytes()))
                .hasMessage("a string is not UTF-8");
    }

    @Test
    void readsOrRefusesMutatedMessages() throws LayoutException {
        RosDecoder decoder = cdr("sensor_msgs/msg/JointState", "");
        byte[] message = cdrJoints(ByteOrder.LITTLE_ENDIAN).toArray();
        for (int seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            byte[] mutated = java.util.Arrays.copyOf(message, random.nextInt(message.length) + 1);
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            readsOrRefuses(decoder, mutated, seed);
        }
    }

    @Test
    void readsOrRefusesRandomBytesAsEveryType() throws LayoutException {
        List<RosDecoder> decoders = new ArrayList<>();
        for (String type : MessageCodecs.standardTypeNames()) {
            decoders.add(cdr(type.replace(".", "/msg/"), ""));
        }
        for (int seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            byte[] message = new byte[random.nextInt(400) + 4];
            for (int i = 4; i < message.length; i++) {
                message[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            }
            readsOrRefuses(decoders.get(seed % decoders.size()), message, seed);
        }
    }

    @Test
    void readsOrRefusesMutatedDefinitions() {
        String text = JOINT_STATE + HEADER;
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder mutated = new StringBuilder(text);
            for (int i = 0; i < 3; i++) {
                mutated.setCharAt(random.nextInt(mutated.length()), "[]=#/ \n<0a".charAt(random.nextInt(10)));
            }
            try {
                ros1("sensor_msgs/JointState", mutated.toString());
            } catch (LayoutException e) {
                assertThat(e).hasMessageNotContaining("\n");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static void readsOrRefuses(RosDecoder decoder, byte[] message, int seed) {
        try {
            assertThat(decoder.decode(Bytes.wrap(message))).isNotNull();
        } catch (MessageFormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + decoder.codec().typeName(), e);
        }
    }

    private static RosDecoder ros1(String type, String definition) throws LayoutException {
        return new RosType(type, Serialisation.ROS1, definition).decoder();
    }

    private static RosDecoder cdr(String type, String definition) throws LayoutException {
        return new RosType(type, Serialisation.CDR, definition).decoder();
    }

    @Test
    void pointsAreThreeDoubles() throws LayoutException {
        Bytes message = MessageBytes.cdr(ByteOrder.BIG_ENDIAN).float64(1, 2, 3).bytes();

        assertThat(cdr("geometry_msgs/msg/Point", "").decode(message)).isEqualTo(new Point(1, 2, 3));
    }
}
