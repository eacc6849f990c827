package org.dimos.core.message.lcm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.array.Floats;
import org.dimos.core.array.Ints;
import org.dimos.core.array.Longs;
import org.dimos.core.array.Shorts;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.junit.jupiter.api.Test;

/** Messages that dimos itself encoded: read, compared value by value, and written again. */
class GoldenMessagesTest {
    private static final Set<String> PACKAGES = Set.of(
            "std_msgs", "geometry_msgs", "sensor_msgs", "nav_msgs", "tf2_msgs", "vision_msgs", "trajectory_msgs");

    @Test
    void everyTypeOfTheStandardPackagesHasItsRecord() {
        Set<String> expected = new TreeSet<>(SharedData.fingerprints().keySet());
        expected.removeIf(type -> !PACKAGES.contains(type.substring(0, type.indexOf('.'))));
        assertThat(MessageCodecs.standardTypeNames()).containsExactlyElementsOf(expected);
    }

    @Test
    void fingerprintsAreThoseOfDimos() {
        Map<String, Long> fingerprints = SharedData.fingerprints();
        for (String type : MessageCodecs.standardTypeNames()) {
            LcmCodec<?> codec = (LcmCodec<?>) MessageCodecs.byTypeName(type).orElseThrow();
            assertThat(codec.fingerprint()).as(type).isEqualTo(fingerprints.get(type));
        }
    }

    @Test
    void messagesOfDimosAreReadAndWrittenToTheByte() {
        int checked = 0;
        for (SharedData.Golden golden : SharedData.goldenMessages()) {
            Optional<MessageCodec<?>> codec = MessageCodecs.byTypeName(golden.type());
            if (codec.isPresent()) {
                check(codec.get(), golden);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(2 * MessageCodecs.standardTypeNames().size());
    }

    private static <T> void check(MessageCodec<T> codec, SharedData.Golden golden) {
        T message = codec.decode(golden.bytes());
        compare(golden.type(), message, golden.value());
        assertThat(codec.encode(message)).as(golden.type()).isEqualTo(golden.bytes());
        assertThat(codec.decode(codec.encode(message))).as(golden.type()).isEqualTo(message);
        assertThat(codec.estimateSize(message))
                .as(golden.type())
                .isBetween(golden.bytes().length() / 2, golden.bytes().length());
    }

    private static void compare(String path, Object value, JsonNode json) {
        if (value instanceof Record record) {
            compareRecord(path, record, json);
        } else if (isArray(value)) {
            compareAll(path, elements(value), json);
        } else {
            compareScalar(path, value, json);
        }
    }

    private static void compareRecord(String path, Record record, JsonNode json) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = wireName(component);
            assertThat(json.has(name)).as(path + "." + name).isTrue();
            compare(path + "." + name, value(record, component), json.get(name));
        }
        long lengths = json.properties().stream()
                .filter(entry -> entry.getKey().endsWith("_length"))
                .count();
        assertThat(json.size() - lengths).as(path).isEqualTo(record.getClass().getRecordComponents().length);
    }

    private static void compareAll(String path, List<?> values, JsonNode json) {
        assertThat(values).as(path).hasSize(json.size());
        for (int i = 0; i < values.size(); i++) {
            compare(path + "[" + i + "]", values.get(i), json.get(i));
        }
    }

    private static void compareScalar(String path, Object value, JsonNode json) {
        if (value instanceof String text) {
            assertThat(text).as(path).isEqualTo(json.textValue());
        } else if (value instanceof Boolean truth) {
            assertThat(truth).as(path).isEqualTo(json.booleanValue());
        } else if (value instanceof Byte b) {
            assertThat(b).as(path).isEqualTo((byte) json.intValue());
        } else if (value instanceof Float f) {
            assertThat(f).as(path).isEqualTo((float) json.doubleValue());
        } else if (value instanceof Double d) {
            assertThat(d).as(path).isEqualTo(json.doubleValue());
        } else {
            assertThat(((Number) value).longValue()).as(path).isEqualTo(json.longValue());
        }
    }

    private static boolean isArray(Object value) {
        return value instanceof List || value.getClass().getPackage().equals(Bytes.class.getPackage());
    }

    private static List<?> elements(Object array) {
        List<Object> elements = new ArrayList<>();
        if (array instanceof List<?> list) {
            return list;
        } else if (array instanceof Bytes bytes) {
            for (byte b : bytes.toArray()) {
                elements.add(b);
            }
        } else if (array instanceof Shorts shorts) {
            for (short s : shorts.toArray()) {
                elements.add(s);
            }
        } else if (array instanceof Ints ints) {
            for (int i : ints.toArray()) {
                elements.add(i);
            }
        } else if (array instanceof Longs longs) {
            for (long l : longs.toArray()) {
                elements.add(l);
            }
        } else if (array instanceof Floats floats) {
            for (float f : floats.toArray()) {
                elements.add(f);
            }
        } else {
            for (double d : ((Doubles) array).toArray()) {
                elements.add(d);
            }
        }
        return elements;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String wireName(RecordComponent component) {
        LcmField annotation = component.getAnnotation(LcmField.class);
        return annotation != null && !annotation.name().isEmpty()
                ? annotation.name()
                : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
