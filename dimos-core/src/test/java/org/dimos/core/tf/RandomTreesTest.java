package org.dimos.core.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.std.Header;
import org.junit.jupiter.api.Test;

/** Lookups in random trees of frames agree with plain 4x4 matrices. */
class RandomTreesTest {
    private static final int CASES = 1_000;
    private static final long STAMP = 5_000_000_000L;

    @Test
    void agreesWithMatrices() {
        for (int seed = 0; seed < CASES; seed++) {
            check(seed);
        }
    }

    private static void check(int seed) {
        Random random = new Random(seed);
        int frames = 2 + random.nextInt(10);
        double[][][] inRoot = new double[frames][][];
        inRoot[0] = matrix(Transform.identity());
        TransformBuffer buffer = new TransformBuffer();
        for (int child = 1; child < frames; child++) {
            int parent = random.nextInt(child);
            Transform pose = randomTransform(random);
            inRoot[child] = product(inRoot[parent], matrix(pose));
            buffer.add(new TransformStamped(Header.of(STAMP, "f" + parent), "f" + child, pose), random.nextBoolean());
        }
        int target = random.nextInt(frames);
        int source = random.nextInt(frames);
        double[][] found = matrix(buffer.lookup("f" + target, "f" + source, STAMP));
        assertSame(seed, product(inRoot[target], found), inRoot[source]);
    }

    private static void assertSame(int seed, double[][] actual, double[][] expected) {
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                assertThat(actual[row][column])
                        .as("seed %d, row %d, column %d", seed, row, column)
                        .isCloseTo(expected[row][column], within(1e-9));
            }
        }
    }

    private static Transform randomTransform(Random random) {
        Quaternion rotation = new Quaternion(
                        random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                .normalized();
        return new Transform(
                new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()), rotation);
    }

    private static double[][] matrix(Transform transform) {
        Vector3 t = transform.translation();
        Quaternion q = transform.rotation();
        double x = q.x();
        double y = q.y();
        double z = q.z();
        double w = q.w();
        return new double[][] {
            {1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w), t.x()},
            {2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w), t.y()},
            {2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y), t.z()},
            {0, 0, 0, 1}
        };
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[4][4];
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                for (int i = 0; i < 4; i++) {
                    product[row][column] += a[row][i] * b[i][column];
                }
            }
        }
        return product;
    }
}
