package org.dimos.core.message.lcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.MessageCodecs;
import org.dimos.msgs.geometry.Point;
import org.junit.jupiter.api.Test;

class RecordShapesTest {

    @LcmType("test_msgs.Everything")
    record Everything(
            boolean truth,
            byte b,
            short s,
            int i,
            long l,
            float f,
            double d,
            String text,
            Point point,
            Bytes bytes,
            Shorts shorts,
            Ints ints,
            Longs longs,
            List<String> texts,
            List<Point> points,
            @LcmField(size = 2) List<String> twoTexts,
            @LcmField(size = 1, type = "int8_t") Bytes oneByte) {}

    @LcmType("test_msgs.Sized")
    record Sized(@LcmField(size = 3) Doubles values) {}

    @Test
    void everyPossibleComponentComesBack() {
        Everything everything = new Everything(
                true,
                (byte) -1,
                Short.MIN_VALUE,
                1,
                Long.MAX_VALUE,
                0.1f,
                Double.NaN,
                "naïve/日本/🤖",
                new Point(1, 2, 3),
                Bytes.copyOf((byte) 1, (byte) 2),
                Shorts.copyOf((short) 5, (short) -6),
                Ints.copyOf(7),
                Longs.copyOf(8, 9),
                List.of("", "x"),
                List.of(Point.origin()),
                List.of("ä", "b"),
                Bytes.copyOf((byte) 3));
        LcmCodec<Everything> codec = LcmCodec.of(Everything.class);
        assertThat(codec.decode(codec.encode(everything))).isEqualTo(everything);
    }

    @Test
    void bytesAreNotCopied() {
        LcmCodec<Everything> codec = LcmCodec.of(Everything.class);
        Everything message = new Everything(
                true,
                (byte) 1,
                (short) 1,
                1,
                1,
                1,
                1,
                "",
                Point.origin(),
                Bytes.copyOf((byte) 77),
                Shorts.empty(),
                Ints.empty(),
                Longs.empty(),
                List.of(),
                List.of(),
                List.of("", ""),
                Bytes.copyOf((byte) 3));
        byte[] storage = codec.encode(message).toArray();
        Everything decoded = codec.decode(Bytes.wrap(storage));
        for (int i = 0; i < storage.length; i++) {
            storage[i] = storage[i] == 77 ? 78 : storage[i];
        }
        assertThat(decoded.bytes()).isEqualTo(Bytes.copyOf((byte) 78));
    }

    @Test
    void recordsOfOnesOwnNeedNoListing() {
        Sized sized = new Sized(Doubles.copyOf(1, 2, 3));
        assertThat(MessageCodecs.of(Sized.class)
                        .decode(MessageCodecs.of(Sized.class).encode(sized)))
                .isEqualTo(sized);
    }

    @Test
    void refusesToWriteAFixedArrayOfAnotherLength() {
        assertThatThrownBy(() -> LcmCodec.of(Sized.class).encode(new Sized(Doubles.zeros(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field 'values' of test_msgs.Sized has 2 elements, it needs exactly 3");
    }

    @LcmType("test_msgs.Text")
    record Text(String text) {}

    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void refusesToWriteNull() {
        assertThatThrownBy(() -> LcmCodec.of(Text.class).encode(new Text(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field 'text' of test_msgs.Text is null; an LCM message has a value for every field");
    }

    record Unnamed(int i) {}

    @LcmType("not a name")
    record Misnamed(int i) {}

    @LcmType("test_msgs.Odd")
    record Odd(Optional<String> maybe) {}

    @LcmType("test_msgs.OddList")
    record OddList(List<Integer> numbers) {}

    @LcmType("test_msgs.Lists")
    record Lists(List<List<String>> lists) {}

    @LcmType("test_msgs.Endless")
    record Endless(int i, Middle middle) {}

    @LcmType("test_msgs.Middle")
    record Middle(@LcmField(size = 2) List<Endless> endless, Inner inner) {}

    @LcmType("test_msgs.Inner")
    record Inner(Endless endless) {}

    @LcmType("test_msgs.Pair")
    record Pair(@LcmField(size = 2) List<Pair> pairs) {}

    @LcmType("test_msgs.Twice")
    record Twice(int aB, @LcmField(name = "a_b") int other) {}

    @LcmType("test_msgs.WrongType")
    record WrongType(@LcmField(type = "int8_t") int i) {}

    @LcmType("test_msgs.WrongSize")
    record WrongSize(@LcmField(size = 2) int i) {}

    @LcmType("test_msgs.NegativeSize")
    record NegativeSize(@LcmField(size = -2) Bytes data) {}

    @LcmType("test_msgs.WrongName")
    record WrongName(@LcmField(name = "a b") int i) {}

    @LcmType("test_msgs.Outer")
    record Outer(Unnamed unnamed) {}

    @Test
    void refusesWhatLcmCannotExpressAndNamesIt() {
        assertRefused(Unnamed.class, "has no LCM type name; annotate it with @LcmType");
        assertRefused(Misnamed.class, "has the LCM type name 'not a name'");
        assertRefused(Odd.class, "component 'maybe' of " + Odd.class.getName() + " has type java.util.Optional");
        assertRefused(OddList.class, "component 'numbers'");
        assertRefused(Lists.class, "component 'lists'");
        assertRefused(Endless.class, "component 'middle'");
        assertRefused(Pair.class, "component 'pairs'");
        assertRefused(Twice.class, "has two components that are field 'a_b' of test_msgs.Twice");
        assertRefused(WrongType.class, "has the wire type 'int8_t'; possible are [int32_t]");
        assertRefused(WrongSize.class, "component 'i' of " + WrongSize.class.getName() + " has a size");
        assertRefused(NegativeSize.class, "has a size of -2");
        assertRefused(WrongName.class, "has the wire name 'a b'");
        assertRefused(Outer.class, "record " + Unnamed.class.getName() + " has no LCM type name");
        assertRefused(String.class, "java.lang.String is no record");
    }

    private static void assertRefused(Class<?> type, String why) {
        assertThatThrownBy(() -> LcmCodec.of(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
