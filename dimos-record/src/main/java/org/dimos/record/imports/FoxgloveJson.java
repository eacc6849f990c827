package org.dimos.record.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Doubles;
import org.dimos.core.message.MessageFormatException;
import org.dimos.msgs.sensor.CameraInfo;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.msgs.sensor.RegionOfInterest;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.std.Time;
import org.dimos.record.sqlite.StreamSpec;

/** Messages in JSON with a schema of Foxglove that says the same as a type of ROS. */
final class FoxgloveJson {
    private static final int LONGEST_TEXT =
            (int) Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 16);
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .build();

    private record Form(Class<?> type, Function<JsonNode, Object> decoder) {}

    private static final Map<String, Form> FORMS = Map.of(
            "foxglove.CompressedImage", new Form(CompressedImage.class, FoxgloveJson::image),
            "foxglove.CameraCalibration", new Form(CameraInfo.class, FoxgloveJson::calibration));

    private FoxgloveJson() {}

    static Optional<MessageImport> of(String stream, BagMessage first) {
        Form form = FORMS.get(first.topic().typeName());
        if (form == null || !first.topic().encoding().equals(BagTopic.JSON)) {
            return Optional.empty();
        }
        return Optional.of(DecodedImport.stamped(
                StreamSpec.of(stream, form.type()), message -> form.decoder().apply(parse(message.data()))));
    }

    private static JsonNode parse(Bytes data) {
        try {
            return MAPPER.readTree(data.toArray());
        } catch (IOException e) {
            throw new MessageFormatException("the message is no JSON: " + e.getMessage(), e);
        }
    }

    private static Object image(JsonNode message) {
        return new CompressedImage(header(message), text(message, "format"), bytes(message, "data"));
    }

    private static Object calibration(JsonNode message) {
        return new CameraInfo(
                header(message),
                integer(message, "height"),
                integer(message, "width"),
                text(message, "distortion_model"),
                doubles(message, "D", -1),
                doubles(message, "K", 9),
                doubles(message, "R", 9),
                doubles(message, "P", 12),
                0,
                0,
                new RegionOfInterest(0, 0, 0, 0, false));
    }

    private static Header header(JsonNode message) {
        JsonNode stamp = message.path("timestamp");
        int nanos = stamp.has("nsec") ? integer(stamp, "nsec") : integer(stamp, "nanosec");
        return new Header(0, new Time(integer(stamp, "sec"), nanos), text(message, "frame_id"));
    }

    private static int integer(JsonNode message, String name) {
        JsonNode value = message.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw unfit(name, "is no 32-bit number");
        }
        return value.intValue();
    }

    private static String text(JsonNode message, String name) {
        JsonNode value = message.path(name);
        if (!value.isTextual()) {
            throw unfit(name, "is no text");
        }
        return value.textValue();
    }

    private static Bytes bytes(JsonNode message, String name) {
        try {
            return Bytes.wrap(message.path(name).binaryValue());
        } catch (IOException | NullPointerException e) {
            throw unfit(name, "is no base64");
        }
    }

    private static Doubles doubles(JsonNode message, String name, int size) {
        JsonNode values = message.path(name);
        if (!values.isArray() || (size >= 0 && values.size() != size)) {
            throw unfit(name, size < 0 ? "is no list" : "is no list of " + size + " numbers");
        }
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode value = values.get(i);
            if (!value.isNumber()) {
                throw unfit(name, "has something that is no number");
            }
            numbers[i] = value.doubleValue();
        }
        return Doubles.wrap(numbers);
    }

    private static MessageFormatException unfit(String name, String how) {
        return new MessageFormatException("'" + name + "' of the message " + how);
    }
}
