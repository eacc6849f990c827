package org.dimos.msgs.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageFormatException;
import org.dimos.msgs.std.Header;
import org.junit.jupiter.api.Test;

class PointCloud2Test {
    private static final Header HEADER = Header.of(5_000_000_000L, "laser");

    @Test
    void pointsComeBack() {
        PointCloud2 cloud =
                PointCloud2.ofXyzIntensity(HEADER, new float[] {1, 2, 3, 4, 5, 6}, new float[] {0.5f, 0.75f});
        PointReader points = cloud.points();
        assertThat(points.size()).isEqualTo(2);
        assertThat(points.x(1)).isEqualTo(4);
        assertThat(points.intensity(1)).isEqualTo(0.75);
        List<Double> sums = new ArrayList<>();
        points.forEach((x, y, z) -> sums.add(x + y + z));
        assertThat(sums).containsExactly(6.0, 15.0);
    }

    @Test
    void hasTheLayoutOfDimos() {
        PointCloud2 cloud = PointCloud2.ofXyz(HEADER, 1, 2, 3);
        assertThat(cloud.height()).isEqualTo(1);
        assertThat(cloud.width()).isEqualTo(1);
        assertThat(cloud.pointStep()).isEqualTo(16);
        assertThat(cloud.data().slice(0, 4)).isEqualTo(Bytes.copyOf((byte) 0, (byte) 0, (byte) 0x80, (byte) 0x3f));
        assertThat(cloud.points().intensity(0)).isZero();
    }

    @Test
    void readsOtherLayouts() {
        ByteBuffer data = ByteBuffer.allocate(2 * 32);
        data.putDouble(2, 1.5).putShort(10, (short) 0xFFFF).put(12, (byte) -3).putDouble(34, 2.5);
        List<PointField> fields = List.of(
                new PointField("z", 12, PointField.INT8, 1),
                new PointField("y", 10, PointField.UINT16, 1),
                new PointField("x", 2, PointField.FLOAT64, 1));
        PointReader points =
                new PointCloud2(HEADER, 2, 1, fields, true, 13, 32, Bytes.wrap(data.array()), true).points();
        assertThat(points.x(0)).isEqualTo(1.5);
        assertThat(points.y(0)).isEqualTo(65535);
        assertThat(points.z(0)).isEqualTo(-3);
        assertThat(points.x(1)).isEqualTo(2.5);
        assertThat(points.intensity(1)).isZero();
    }

    @Test
    void anEmptyCloudHasNoPoints() {
        assertThat(PointCloud2.ofXyz(HEADER).points().size()).isZero();
    }

    @Test
    void refusesCoordinatesThatDoNotBelongTogether() {
        assertThatThrownBy(() -> PointCloud2.ofXyz(HEADER, 1, 2, 3, 4))
                .hasMessage("4 coordinates and 1 intensities do not belong together: a point has 3 and 1");
    }

    @Test
    void saysWhatIsWrongWithALayout() {
        PointCloud2 good = PointCloud2.ofXyz(HEADER, 1, 2, 3);
        assertThatThrownBy(() -> cloud(good.fields(), 1, 2, 16, 16).points())
                .isInstanceOf(MessageFormatException.class)
                .hasMessage("a cloud of 2x1 points of 16 bytes in rows of 16 does not fit its 16 bytes of data");
        assertThatThrownBy(
                        () -> cloud(good.fields().subList(1, 3), 1, 1, 16, 16).points())
                .hasMessage("a cloud has no 'x'; it has [y, z]");
        assertThatThrownBy(() -> cloud(good.fields(), 1, 1, 11, 16).points())
                .hasMessage("a cloud has 'z' with type 7 at byte 8, which is not within the 11 bytes of a point");
    }

    @Test
    void everyLayoutIsReadOrRefused() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            List<PointField> fields = new ArrayList<>();
            for (String name : List.of("x", "y", "z")) {
                fields.add(new PointField(name, random.nextInt(8) - 1, (byte) random.nextInt(10), 1));
            }
            PointCloud2 cloud = cloud(fields, number(random), number(random), number(random), number(random));
            try {
                cloud.points().forEach((x, y, z) -> {});
            } catch (MessageFormatException e) {
                assertThat(e).as("seed %d, case %d", seed, i).hasMessageStartingWith("a cloud ");
            }
        }
    }

    private static int number(Random random) {
        return random.nextInt(50) == 0 ? random.nextInt() : random.nextInt(9) - 1;
    }

    private static PointCloud2 cloud(List<PointField> fields, int height, int width, int pointStep, int rowStep) {
        return new PointCloud2(
                HEADER, height, width, fields, false, pointStep, rowStep, Bytes.wrap(new byte[16]), true);
    }
}
