package org.dimos.record.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.dimos.core.message.Opaque;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.TwistStamped;
import org.dimos.msgs.sensor.BatteryState;
import org.dimos.msgs.sensor.Imu;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.msgs.sensor.NavSatFix;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures were read from the bags by another program. */
class RealBagsTest {
    private static final String TILT = "recordings/tilt_laser.bag";
    private static final String ROSBAG2 = "recordings/rosbag2_imu_pose_battery.db3";

    @TempDir
    Path folder;

    @Test
    void importsAllMessagesOfARos1Bag() {
        ImportResult result = importBag(TILT);

        assertThat(result.messages()).isEqualTo(4093);
        assertThat(result.warnings()).isEmpty();
        assertThat(counts(result))
                .isEqualTo(Map.of(
                        "gravity_vector", 356L,
                        "magnetic_vector", 356L,
                        "imu_data", 356L,
                        "info_gps", 356L,
                        "position_gps", 356L,
                        "temperature", 712L,
                        "velocity", 712L,
                        "tf", 711L,
                        "scan", 178L));
    }

    @Test
    void keepsTypesOfAVendorAsBytesAndSaysWhy() {
        ImportResult result = importBag(TILT);

        assertThat(result.streams().stream().filter(ImportedStream::isOpaque))
                .extracting(ImportedStream::typeName)
                .containsExactlyInAnyOrder("xsens_mtig/GPSInfoStatus2", "xsens_mtig/Thermistor");
        assertThat(result.streams().stream().flatMap(stream -> stream.opaque().stream()))
                .contains("there is no message record for xsens_mtig.Thermistor");
    }

    @Test
    void keepsTheStampsOfRos1Messages() {
        importBag(TILT);

        assertThat(stampNanos("imu_data")).isEqualTo(176_752_674_685L);
        assertThat(stampNanos("velocity")).isEqualTo(353_506_740_854L);
        assertThat(stampNanos("tf")).isEqualTo(359_905_724_095L);
        assertThat(stampNanos("scan")).isEqualTo(88_908_102_258L);
    }

    @Test
    void timesOfMessagesAreTheirStamps() {
        importBag(TILT);

        assertThat(first("scan").timestampNanos()).isCloseTo(1_326_899_528_425_511_361L, within(200L));
        assertThat(first("scan").receptionNanos()).isCloseTo(1_326_899_528_468_671_028L, within(1000L));
        assertThat(first("temperature").timestampNanos()).isCloseTo(1_326_899_528_368_666_817L, within(200L));
    }

    @Test
    void decodesRos1Messages() {
        importBag(TILT);
        LaserScan scan = (LaserScan) first("scan").payload();

        assertThat(scan.ranges().length()).isEqualTo(1078);
        assertThat(scan.header().frameId()).isEqualTo("/laser");
        assertThat(sum("scan", message -> ranges((LaserScan) message))).isCloseTo(502_266.128_000_736_1, within(1e-6));
        assertThat(sum(
                        "imu_data",
                        message -> ((Imu) message).linearAcceleration().z()))
                .isCloseTo(3487.548_955_917_358_4, within(1e-9));
        assertThat(sum("tf", message -> tilt((TFMessage) message))).isCloseTo(-0.002_617_838_742_934_2, within(1e-9));
        assertThat(first("position_gps").payload()).isInstanceOf(NavSatFix.class);
        assertThat(first("velocity").payload()).isInstanceOf(TwistStamped.class);
    }

    private static double ranges(LaserScan scan) {
        double sum = 0;
        for (float range : scan.ranges().toArray()) {
            sum += range;
        }
        return sum;
    }

    private static double tilt(TFMessage message) {
        return message.transforms().get(0).transform().rotation().y();
    }

    private long stampNanos(String stream) {
        return (long) sum(stream, message -> ((Stamped) message).stampNanos() % 1_000_000_000L);
    }

    private double sum(String stream, ToDoubleFunction<Object> value) {
        double sum = 0;
        try (RecordingFile file = RecordingFile.open(target());
                Cursor cursor = file.cursor(stream)) {
            while (cursor.hasNext()) {
                sum += value.applyAsDouble(cursor.next().payload());
            }
        }
        return sum;
    }

    @Test
    void keepsBytesAndEncodingOfOpaqueMessages() {
        importBag(TILT);
        Opaque temperature = (Opaque) first("temperature").payload();

        assertThat(temperature.typeName()).isEqualTo("xsens_mtig/Thermistor");
        assertThat(temperature.encoded().codec()).isEqualTo("ros1");
        assertThat(temperature.data().length()).isEqualTo(37);
    }

    @Test
    void importsAllMessagesOfARosbag2() {
        ImportResult result = importBag(ROSBAG2);

        assertThat(counts(result)).isEqualTo(Map.of("imu", 1565L, "pose", 1565L, "battery", 1565L));
        assertThat(result.streams()).noneMatch(ImportedStream::isOpaque);
    }

    @Test
    void decodesRos2Messages() {
        importBag(ROSBAG2);
        BatteryState battery = (BatteryState) first("battery").payload();

        assertThat(battery.header().frameId()).isEqualTo("it_works!!");
        assertThat(battery.percentage()).isEqualTo(8);
        assertThat(battery.cellVoltage().toArray()).containsExactly(5, 6, 7);
        assertThat(battery.location()).isEqualTo("noth_pole");
        assertThat(battery.serialNumber()).isEqualTo("666");
        assertThat(first("battery").timestampNanos()).isCloseTo(1_588_512_872_784_906_481L, within(200L));
    }

    @Test
    void importsAFolderByItsMetadata() throws IOException {
        Path bag = Files.createDirectory(folder.resolve("bag"));
        Files.copy(SharedData.file(ROSBAG2), bag.resolve("rosbag2_test_0.db3"));
        Files.copy(SharedData.file("recordings/rosbag2_imu_pose_battery.metadata.yaml"), bag.resolve("metadata.yaml"));

        assertThat(Importer.importBag(bag, target(), ImportOptions.defaults(), ImportListener.none())
                        .messages())
                .isEqualTo(4695);
    }

    private ImportResult importBag(String name) {
        return Importer.importBag(SharedData.file(name), target(), ImportOptions.defaults(), ImportListener.none());
    }

    private Path target() {
        return folder.resolve("imported.db");
    }

    private static Map<String, Long> counts(ImportResult result) {
        return result.streams().stream().collect(Collectors.toMap(ImportedStream::stream, ImportedStream::messages));
    }

    private Observation<?> first(String stream) {
        try (RecordingFile file = RecordingFile.open(target());
                Cursor cursor = file.cursor(stream)) {
            Observation<?> first = cursor.next();
            assertThat(first.payload()).isNotNull();
            return first;
        }
    }
}
