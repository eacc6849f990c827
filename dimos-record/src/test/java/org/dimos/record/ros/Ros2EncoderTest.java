package org.dimos.record.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.MessageCodec;
import org.dimos.core.message.MessageCodecs;
import org.dimos.msgs.sensor.CameraInfo;
import org.dimos.msgs.sensor.NavSatFix;
import org.dimos.msgs.std.EmptyMessage;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.std.StringMessage;
import org.dimos.msgs.std.Time;
import org.dimos.record.imports.SharedData;
import org.junit.jupiter.api.Test;

class Ros2EncoderTest {
    private static final String LINE = "=".repeat(80) + "\n";
    private static final String HEADER = LINE + "MSG: std_msgs/Header\nbuiltin_interfaces/Time stamp\nstring frame_id\n"
            + LINE + "MSG: builtin_interfaces/Time\nint32 sec\nuint32 nanosec\n";

    @Test
    void definesTypesAsRos2Does() throws LayoutException {
        Ros2Encoder encoder = Ros2Encoder.of(CameraInfo.class);

        assertThat(encoder.typeName()).isEqualTo("sensor_msgs/msg/CameraInfo");
        assertThat(encoder.definition()).isEqualTo("""
                        std_msgs/Header header
                        uint32 height
                        uint32 width
                        string distortion_model
                        float64[] d
                        float64[9] k
                        float64[9] r
                        float64[12] p
                        uint32 binning_x
                        uint32 binning_y
                        sensor_msgs/RegionOfInterest roi
                        """ + HEADER + LINE + """
                        MSG: sensor_msgs/RegionOfInterest
                        uint32 x_offset
                        uint32 y_offset
                        uint32 height
                        uint32 width
                        bool do_rectify
                        """);
    }

    @Test
    void tellsSignedFromUnsignedBytes() throws LayoutException {
        assertThat(Ros2Encoder.of(NavSatFix.class).definition())
                .contains("int8 status\nuint16 service\n", "uint8 position_covariance_type\n");
    }

    @Test
    void writesPlainCdr() throws LayoutException {
        assertThat(hex(new StringMessage("hi"))).isEqualTo("00010000" + "03000000" + "686900");
        assertThat(hex(new EmptyMessage())).isEqualTo("00010000" + "00");
        assertThat(hex(new Header(7, new Time(1, 2), "")))
                .isEqualTo("00010000" + "01000000" + "02000000" + "0100000000");
    }

    @Test
    void tellsTheSequenceNumberThatRos2HasNoPlaceFor() throws LayoutException {
        Header header = new Header(7, new Time(1, 2), "f");
        Ros2Encoder.Encoded encoded = Ros2Encoder.of(Header.class).encode(header);

        assertThat(encoded.sequence()).isEqualTo(7);
        assertThat(decoder(Header.class).decode(encoded.data(), 7)).isEqualTo(header);
    }

    /** Nested headers lose their sequence numbers, nothing else is lost. */
    @Test
    void allMessagesOfDimosSurvive() throws Exception {
        int compared = 0;
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(SharedData.file("lcm-golden.jsonl"))) {
            JsonNode golden = json.readTree(line);
            Optional<MessageCodec<?>> codec =
                    MessageCodecs.byTypeName(golden.get("type").asText());
            if (codec.isPresent()) {
                Object message = codec.get()
                        .decode(Bytes.wrap(
                                HexFormat.of().parseHex(golden.get("hex").asText())));
                Ros2Encoder.Encoded encoded = Ros2Encoder.of(codec.get().type()).encode(message);
                Object decoded = decoder(codec.get().type()).decode(encoded.data(), encoded.sequence());
                assertThat(withoutSequences(decoded)).isEqualTo(withoutSequences(message));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    @Test
    void refusesARecordThatContainsItself() {
        assertThatThrownBy(() -> Ros2Encoder.of(Tree.class))
                .isInstanceOf(LayoutException.class)
                .hasMessageContaining("contains another one");
    }

    /** A record that ROS 2 cannot express. */
    @LcmType("test.Tree")
    public record Tree(List<Tree> children) {}

    private static String withoutSequences(Object message) {
        return message.toString().replaceAll("seq=-?\\d+", "");
    }

    private static RosDecoder decoder(Class<?> type) throws LayoutException {
        Ros2Encoder encoder = Ros2Encoder.of(type);
        return new RosType(encoder.typeName(), Serialisation.CDR, encoder.definition()).decoder(MessageCodecs.of(type));
    }

    private static String hex(Object message) throws LayoutException {
        return HexFormat.of()
                .formatHex(Ros2Encoder.of(message.getClass())
                        .encode(message)
                        .data()
                        .toArray());
    }
}
