package org.dimos.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.std.Header;
import org.junit.jupiter.api.Test;

class JsonCodecTest {

    enum Mode {
        MANUAL,
        AUTO
    }

    record Goal(String name, Pose pose, Mode mode, List<Double> costs) {

        public boolean isFree() {
            return costs.isEmpty();
        }

        public String getTitle() {
            return "goal " + name;
        }
    }

    private record Arrays(Bytes bytes, Shorts shorts, Ints ints, Longs longs, Floats floats, Doubles doubles) {}

    private record Times(Duration duration, Instant instant, Header header, Map<String, Integer> counts) {}

    private static final Goal GOAL = new Goal("dock", Pose.planar(1, 2, 0.5), Mode.AUTO, List.of(0.5));

    @Test
    void recordsComeBackAsTheyWere() {
        assertReturns(Goal.class, GOAL);
        assertReturns(
                Times.class,
                new Times(Duration.ofMillis(5), Instant.EPOCH, Header.of(7_000_000_001L, "map"), Map.of("a", 1)));
    }

    @Test
    void arraysComeBackAsTheyWere() {
        Arrays arrays = new Arrays(
                Bytes.copyOf((byte) -1, (byte) 7),
                Shorts.copyOf((short) -3),
                Ints.copyOf(1, 2),
                Longs.copyOf(Long.MIN_VALUE),
                Floats.copyOf(0.1f, Float.NaN, Float.NEGATIVE_INFINITY),
                Doubles.copyOf(0.1, Double.NaN));
        assertReturns(Arrays.class, arrays);
        assertThat(text(MessageCodecs.of(Arrays.class).encode(arrays)))
                .contains("\"bytes\":\"/wc=\"")
                .contains("\"ints\":[1,2]");
    }

    @Test
    void writesComponentsAndNothingElse() {
        assertThat(text(MessageCodecs.of(Goal.class).encode(GOAL)))
                .startsWith("{\"name\":\"dock\",\"pose\":{\"position\":{\"x\":1.0,\"y\":2.0,\"z\":0.0}")
                .endsWith("\"mode\":\"AUTO\",\"costs\":[0.5]}");
    }

    @Test
    void refusesUnknownMissingAndNullProperties() {
        assertRefused("{\"name\":\"a\"}");
        assertRefused("null");
        assertRefused("");
        assertRefused("[");
        assertRefused(text(MessageCodecs.of(Goal.class).encode(GOAL)).replace("\"mode\"", "\"extra\":1,\"mode\""));
        assertRefused(text(MessageCodecs.of(Goal.class).encode(GOAL)).replace("\"dock\"", "null"));
        assertRefused(text(MessageCodecs.of(Goal.class).encode(GOAL)) + "x");
    }

    @Test
    void refusesEndlessNesting() {
        assertRefused("{\"costs\":" + "[".repeat(100_000));
    }

    @Test
    void isNamedAfterTheClass() {
        MessageCodec<Goal> codec = MessageCodecs.of(Goal.class);
        assertThat(codec.typeName()).isEqualTo(Goal.class.getName());
        assertThat(codec.codecId()).isEqualTo("json");
        assertThat(codec.type()).isEqualTo(Goal.class);
        assertThat(codec).hasToString("JSON codec of " + Goal.class.getName());
    }

    @Test
    void estimatesTheSizeFromTheLastMessage() {
        MessageCodec<Goal> codec = MessageCodecs.of(Goal.class);
        int size = codec.encode(GOAL).length();
        assertThat(codec.estimateSize(GOAL)).isEqualTo(size);
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThatThrownBy(() -> MessageCodecs.of(String.class))
                .hasMessage("java.lang.String is no record; messages are immutable records");
        assertThatThrownBy(() -> MessageCodecs.of(Opaque.class)).hasMessageContaining("its bytes are its encoded form");
    }

    private static void assertRefused(String json) {
        MessageCodec<Goal> codec = MessageCodecs.of(Goal.class);
        assertThatThrownBy(() -> codec.decode(Bytes.wrap(json.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(MessageFormatException.class)
                .hasMessageStartingWith("not the JSON of a " + Goal.class.getName());
    }

    private static <T> void assertReturns(Class<T> type, T message) {
        MessageCodec<T> codec = MessageCodecs.of(type);
        assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
    }

    private static String text(Bytes json) {
        return new String(json.toArray(), StandardCharsets.UTF_8);
    }
}
