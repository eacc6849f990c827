package org.dimos.robots.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.sensor.PointField;
import org.dimos.msgs.std.Header;
import org.junit.jupiter.api.Test;

class CloudReaderTest {
    private static final Header HEADER = Header.of(5_000_000_000L, "lidar");

    @Test
    void readsWhatWasWritten() {
        CloudWriter writer = new CloudWriter(1);
        writer.add(1, 2, 3, 4);
        writer.add(-1.5, 0.25, 7, 0);

        CloudReader reader = new CloudReader(writer.toCloud(HEADER));

        assertThat(reader.size()).isEqualTo(2);
        assertThat(reader.x(1)).isEqualTo(-1.5f);
        assertThat(reader.y(1)).isEqualTo(0.25f);
        assertThat(reader.z(0)).isEqualTo(3f);
    }

    @Test
    void refusesACloudWithoutHeights() {
        PointCloud2 flat = cloud(1, 8, 8, new PointField("x", 0, PointField.FLOAT32, 1), field("y", 4));

        assertThatThrownBy(() -> new CloudReader(flat)).hasMessageContaining("no field 'z'");
    }

    @Test
    void refusesMorePointsThanThereAreBytes() {
        PointCloud2 cut = cloud(1_000_000, 12, 12, field("x", 0), field("y", 4), field("z", 8));

        assertThatThrownBy(() -> new CloudReader(cut)).hasMessageContaining("need more");
    }

    @Test
    void refusesFieldsOutsideTheirPoints() {
        PointCloud2 wrong = cloud(1, 12, 12, field("x", 0), field("y", 4), field("z", 10));

        assertThatThrownBy(() -> new CloudReader(wrong)).hasMessageContaining("field 'z'");
    }

    private static PointField field(String name, int offset) {
        return new PointField(name, offset, PointField.FLOAT32, 1);
    }

    private static PointCloud2 cloud(int width, int step, int bytes, PointField... fields) {
        return new PointCloud2(
                HEADER, 1, width, List.of(fields), false, step, step * width, Bytes.wrap(new byte[bytes]), true);
    }
}
