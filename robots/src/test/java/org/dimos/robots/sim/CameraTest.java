package org.dimos.robots.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.dimos.robots.geometry.Pose2;
import org.dimos.robots.sim.Solid.Finish;
import org.junit.jupiter.api.Test;

class CameraTest {
    private static final World RED_THING = new World(
            List.of(
                    Solid.box(4, -5, 4.2, 5, 2.6, 0xe0e0e0, Finish.WALL),
                    Solid.box(2.15, -0.2, 2.55, 0.2, 0.8, 0xd03030, Finish.PLAIN)),
            2.6,
            Pose2.ORIGIN);

    private final Camera camera = new Camera(RED_THING, new SplittableRandom(1), 0);
    private final Picture picture = camera.take(Pose2.ORIGIN);

    @Test
    void measuresDepthAlongTheOpticalAxis() {
        assertThat(depth(160, 120)).isEqualTo(2.0, within(0.002));
        assertThat(depth(10, 100)).isEqualTo(4 - Camera.FORWARD, within(0.002));
        assertThat(depth(310, 100)).isEqualTo(4 - Camera.FORWARD, within(0.002));
    }

    @Test
    void seesTheFloorWhereGeometrySaysSo() {
        for (int row = 190; row < Camera.HEIGHT; row += 10) {
            double expected = Camera.ABOVE * Camera.FOCAL_LENGTH / (row - Camera.CENTER_Y);

            assertThat(depth(20, row)).as("row %d", row).isEqualTo(expected, within(0.002));
        }
    }

    @Test
    void seesAThingAsLargeAsItIsFarAway() {
        long width = 0;
        for (int column = 0; column < Camera.WIDTH; column++) {
            width += Math.abs(depth(column, 120) - 2.0) < 0.01 ? 1 : 0;
        }

        assertThat((double) width).isEqualTo(0.4 / 2 * Camera.FOCAL_LENGTH, within(2.0));
    }

    @Test
    void showsColours() {
        assertThat(channel(160, 120, 0)).isGreaterThan(2 * channel(160, 120, 1));
        assertThat(channel(10, 100, 0)).isEqualTo(channel(10, 100, 2));
    }

    @Test
    void officeHasBrightAndDarkPlaces() {
        Camera inOffice = new Camera(Office.of(1), new SplittableRandom(1), 1);
        Picture office = inOffice.take(new Pose2(1.2, 5, 0));

        long colors = office.color().asBuffer().remaining();
        int least = 255;
        int most = 0;
        for (int i = 0; i < colors; i++) {
            least = Math.min(least, office.color().getUnsigned(i));
            most = Math.max(most, office.color().getUnsigned(i));
        }
        assertThat(least).isLessThan(50);
        assertThat(most).isGreaterThan(200);
    }

    private double depth(int column, int row) {
        int at = 2 * (row * Camera.WIDTH + column);
        return (picture.depth().getUnsigned(at) + 256 * picture.depth().getUnsigned(at + 1)) / 1000.0;
    }

    private int channel(int column, int row, int channel) {
        return picture.color().getUnsigned(3 * (row * Camera.WIDTH + column) + channel);
    }
}
