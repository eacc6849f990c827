package org.dimos.core.message.lcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.MessageFormatException;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.sensor.ChannelFloat32;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.JointState;
import org.dimos.msgs.std.EmptyMessage;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.std.StringMessage;
import org.junit.jupiter.api.Test;

/** Bytes that nobody meant well with: they are refused with a sentence, and cost no more memory than they are worth. */
class HostileBytesTest {

    @LcmType("test_msgs.Tree")
    record Tree(List<Tree> children) {}

    @LcmType("test_msgs.Nothings")
    record Nothings(List<EmptyMessage> nothings) {}

    @LcmType("test_msgs.Crowd")
    record Crowd(List<Nothings> crowd) {}

    @LcmType("test_msgs.Positive")
    record Positive(int value) {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("value is " + value + ", it must be positive");
            }
        }
    }

    private static final Header HEADER = Header.of(5_000_000_000L, "map");

    @Test
    void refusesALengthThatTheBytesCannotHold() {
        Bytes image = MessageCodecs.of(Image.class)
                .encode(new Image(HEADER, 1, 2, "mono8", (byte) 0, 2, Bytes.copyOf((byte) 1, (byte) 2)));
        assertRefused(Image.class, withInt(image, 8, Integer.MAX_VALUE), "field 'data' of sensor_msgs.Image");
        assertRefused(Image.class, withInt(image, 8, -1), "has 4294967295 elements, which do not fit");
        assertRefused(Image.class, withInt(image, 8, (int) 3_000_000_000L), "has 3000000000 elements");
        assertRefused(Image.class, withInt(image, 8, 3), "it ends within field 'data' of sensor_msgs.Image");
    }

    @Test
    void refusesATextThatIsTooLongEmptyOrNotEnded() {
        Bytes text = MessageCodecs.of(StringMessage.class).encode(new StringMessage("abc"));
        assertRefused(StringMessage.class, withInt(text, 8, 5), "field 'data' of std_msgs.String is 5 bytes long");
        assertRefused(StringMessage.class, withInt(text, 8, 0), "from 1 to 4 bytes are possible");
        assertRefused(StringMessage.class, withInt(text, 8, -2), "is 4294967294 bytes long");
        byte[] noNul = text.toArray();
        noNul[noNul.length - 1] = 'd';
        assertRefused(StringMessage.class, Bytes.wrap(noNul), "does not end with a NUL");
    }

    @Test
    void refusesTooFewAndTooManyBytes() {
        Bytes twist = MessageCodecs.of(Twist.class).encode(Twist.zero());
        assertRefused(Twist.class, twist.slice(0, 20), "it ends within field 'y' of geometry_msgs.Vector3");
        assertRefused(Twist.class, twist.slice(0, 7), "a message has at least 8 bytes, here are 7");
        assertRefused(Twist.class, Bytes.empty(), "here are 0");
        assertRefused(Twist.class, Bytes.wrap(Arrays.copyOf(twist.toArray(), 57)), "1 bytes are left over");
    }

    @Test
    void refusesTheFingerprintOfAnotherType() {
        Bytes text = MessageCodecs.of(StringMessage.class).encode(new StringMessage("abc"));
        assertRefused(Twist.class, text, "its fingerprint is 21bf37099b9d5e15 instead of 2e7c07d7cdf7e027");
    }

    @Test
    void refusesStructsThatAreNestedTooDeeply() {
        LcmCodec<Tree> codec = LcmCodec.of(Tree.class);
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4_000_000).putLong(codec.fingerprint());
        while (bytes.hasRemaining()) {
            bytes.putInt(1);
        }
        assertRefused(Tree.class, Bytes.wrap(bytes.array()), "nested more than 100 deep");
    }

    @Test
    void treesOfReasonableDepthComeBack() {
        Tree tree = new Tree(List.of(new Tree(List.of()), new Tree(List.of(new Tree(List.of())))));
        LcmCodec<Tree> codec = LcmCodec.of(Tree.class);
        assertThat(codec.decode(codec.encode(tree))).isEqualTo(tree);
    }

    @Test
    void boundsTheNumberOfElementsThatTakeNoBytes() {
        LcmCodec<Nothings> one = LcmCodec.of(Nothings.class);
        Nothings three = new Nothings(List.of(new EmptyMessage(), new EmptyMessage(), new EmptyMessage()));
        assertThat(one.decode(one.encode(three))).isEqualTo(three);
        assertRefused(Nothings.class, withInt(one.encode(three), 8, 70_000), "70000 elements without content");

        LcmCodec<Crowd> codec = LcmCodec.of(Crowd.class);
        ByteBuffer many =
                ByteBuffer.allocate(8 + 4 + 4_000).putLong(codec.fingerprint()).putInt(1_000);
        while (many.hasRemaining()) {
            many.putInt(65_000);
        }
        assertRefused(Crowd.class, Bytes.wrap(many.array()), "at most 65536 are read");
    }

    @Test
    void saysWhyARecordDoesNotTakeItsValues() {
        Bytes good = LcmCodec.of(Positive.class).encode(new Positive(1));
        assertRefused(
                Positive.class,
                withInt(good, 8, -5),
                "test_msgs.Positive does not take these values: value is -5, it must be positive");
    }

    @Test
    void changedBytesAreReadOrRefusedAndNothingElse() {
        long seed = 20_260_101;
        Random random = new Random(seed);
        List<Case<?>> cases = cases();
        for (int i = 0; i < 20_000; i++) {
            Case<?> chosen = cases.get(random.nextInt(cases.size()));
            byte[] changed = change(chosen.bytes().toArray(), random);
            try {
                chosen.codec().decode(Bytes.wrap(changed));
            } catch (MessageFormatException e) {
                assertThat(e).hasMessageStartingWith("not a " + chosen.codec().typeName() + " message: ");
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                fail("seed " + seed + ", case " + i + ": " + HexFormat.of().formatHex(changed), e);
            }
        }
    }

    private record Case<T>(MessageCodec<T> codec, Bytes bytes) {}

    private static List<Case<?>> cases() {
        LcmCodec<Tree> trees = LcmCodec.of(Tree.class);
        MessageCodec<JointState> joints = MessageCodecs.of(JointState.class);
        MessageCodec<Image> images = MessageCodecs.of(Image.class);
        MessageCodec<ChannelFloat32> channels = MessageCodecs.of(ChannelFloat32.class);
        return List.of(
                new Case<>(trees, trees.encode(new Tree(List.of(new Tree(List.of()), new Tree(List.of()))))),
                new Case<>(
                        joints,
                        joints.encode(new JointState(
                                HEADER, List.of("a", "bc"), Doubles.zeros(2), Doubles.empty(), Doubles.zeros(1)))),
                new Case<>(
                        images, images.encode(new Image(HEADER, 2, 3, "mono8", (byte) 0, 3, Bytes.wrap(new byte[6])))),
                new Case<>(channels, channels.encode(new ChannelFloat32("intensity", Floats.copyOf(1, 2, 3)))));
    }

    /** Changes some of the bytes after the fingerprint, and sometimes the length. */
    private static byte[] change(byte[] bytes, Random random) {
        byte[] changed = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, 8 + random.nextInt(bytes.length)) : bytes;
        for (int n = random.nextInt(4); n >= 0; n--) {
            if (changed.length > 8) {
                int at = 8 + random.nextInt(changed.length - 8);
                changed[at] = random.nextBoolean() ? (byte) random.nextInt(8) : (byte) random.nextInt();
            }
        }
        return changed;
    }

    private static Bytes withInt(Bytes bytes, int at, int value) {
        byte[] changed = bytes.toArray();
        ByteBuffer.wrap(changed).putInt(at, value);
        return Bytes.wrap(changed);
    }

    private static void assertRefused(Class<?> type, Bytes bytes, String why) {
        LcmCodec<?> codec = LcmCodec.of(type);
        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(MessageFormatException.class)
                .hasMessageStartingWith("not a " + codec.typeName() + " message: ")
                .hasMessageContaining(why);
    }
}
