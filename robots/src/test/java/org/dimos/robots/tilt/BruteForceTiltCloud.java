package org.dimos.robots.tilt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.msgs.geometry.TransformStamped;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.tf2.TFMessage;
import org.dimos.robots.geometry.CloudReader;

/**
 * The points of a tilting laser by an independent way: for each beam a search through all transforms, 4x4 matrices, and
 * rotations between two known ones by turning about one axis.
 */
public final class BruteForceTiltCloud {
    private static final double HOLD_SECONDS = 0.1;

    private final List<TransformStamped> axis = new ArrayList<>();
    private final List<TransformStamped> mount = new ArrayList<>();

    public BruteForceTiltCloud(List<TFMessage> messages, String axisFrame, String laserFrame) {
        for (TFMessage message : messages) {
            for (TransformStamped transform : message.transforms()) {
                if (bare(transform.childFrameId()).equals(axisFrame)) {
                    axis.add(transform);
                } else if (bare(transform.childFrameId()).equals(laserFrame)) {
                    mount.add(transform);
                }
            }
        }
    }

    private static String bare(String frame) {
        return frame.replace("/", "");
    }

    /** The points of all scans in their order; none of a scan that is not covered by transforms. */
    public List<double[]> points(List<LaserScan> scans) {
        List<double[]> points = new ArrayList<>();
        for (LaserScan scan : scans) {
            if (isCovered(scan)) {
                addPoints(scan, points);
            }
        }
        return points;
    }

    /** Checks that clouds have these points in this order, to a tenth of a millimetre. */
    public void assertSamePoints(List<PointCloud2> clouds, List<LaserScan> scans) {
        List<double[]> expected = points(scans);
        int at = 0;
        for (PointCloud2 cloud : clouds) {
            CloudReader actual = new CloudReader(cloud);
            for (int i = 0; i < actual.size(); i++, at++) {
                double[] point = expected.get(at);
                double error = Math.abs(actual.x(i) - point[0])
                        + Math.abs(actual.y(i) - point[1])
                        + Math.abs(actual.z(i) - point[2]);
                assertThat(error).as("distance of point %d", at).isLessThan(1e-4);
            }
        }
        assertThat(at).as("number of points").isEqualTo(expected.size());
    }

    private boolean isCovered(LaserScan scan) {
        double start = seconds(scan.stampNanos());
        double end = start + (scan.ranges().length() - 1) * (double) scan.timeIncrement();
        return !axis.isEmpty()
                && !mount.isEmpty()
                && seconds(axis.get(0).stampNanos()) <= start
                && seconds(mount.get(0).stampNanos()) - HOLD_SECONDS <= start
                && seconds(axis.get(axis.size() - 1).stampNanos()) >= end
                && seconds(mount.get(mount.size() - 1).stampNanos()) >= end;
    }

    private void addPoints(LaserScan scan, List<double[]> points) {
        for (int i = 0; i < scan.ranges().length(); i++) {
            double range = scan.ranges().get(i);
            boolean valid = range >= scan.rangeMin() && range <= scan.rangeMax() && !Double.isInfinite(range);
            if (valid) {
                double time = seconds(scan.stampNanos()) + i * (double) scan.timeIncrement();
                double angle = scan.angleMin() + i * (double) scan.angleIncrement();
                double[] inLaser = {range * Math.cos(angle), range * Math.sin(angle), 0, 1};
                points.add(times(at(axis, time), times(at(mount, time), inLaser)));
            }
        }
    }

    private double seconds(long nanos) {
        return (nanos - epoch()) / 1e9;
    }

    private long epoch() {
        return axis.get(0).stampNanos();
    }

    private double[][] at(List<TransformStamped> transforms, double time) {
        TransformStamped before = transforms.get(0);
        TransformStamped after = transforms.get(0);
        for (TransformStamped transform : transforms) {
            after = transform;
            if (seconds(transform.stampNanos()) >= time) {
                break;
            }
            before = transform;
        }
        double span = seconds(after.stampNanos()) - seconds(before.stampNanos());
        double fraction = span == 0 ? 0 : (time - seconds(before.stampNanos())) / span;
        return between(before, after, fraction);
    }

    private static double[][] between(TransformStamped before, TransformStamped after, double fraction) {
        double[][] from = rotation(before.transform().rotation());
        double[][] to = rotation(after.transform().rotation());
        double[][] turned = turned(from, to, fraction);
        Vector3 a = before.transform().translation();
        Vector3 b = after.transform().translation();
        return new double[][] {
            {turned[0][0], turned[0][1], turned[0][2], a.x() + fraction * (b.x() - a.x())},
            {turned[1][0], turned[1][1], turned[1][2], a.y() + fraction * (b.y() - a.y())},
            {turned[2][0], turned[2][1], turned[2][2], a.z() + fraction * (b.z() - a.z())},
            {0, 0, 0, 1}
        };
    }

    /** Rodrigues' formula for a part of the rotation that leads from one to the other. */
    private static double[][] turned(double[][] from, double[][] to, double fraction) {
        double[][] step = times(transposed(from), to);
        double x = step[2][1] - step[1][2];
        double y = step[0][2] - step[2][0];
        double z = step[1][0] - step[0][1];
        double sine2 = Math.sqrt(x * x + y * y + z * z);
        if (sine2 < 1e-12) {
            return from;
        }
        double angle = Math.atan2(sine2, step[0][0] + step[1][1] + step[2][2] - 1) * fraction;
        double[][] k = {{0, -z / sine2, y / sine2}, {z / sine2, 0, -x / sine2}, {-y / sine2, x / sine2, 0}};
        double[][] k2 = times(k, k);
        double[][] part = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                part[row][column] = (row == column ? 1 : 0)
                        + Math.sin(angle) * k[row][column]
                        + (1 - Math.cos(angle)) * k2[row][column];
            }
        }
        return times(from, part);
    }

    private static double[][] rotation(Quaternion q) {
        double n = 2 / (q.x() * q.x() + q.y() * q.y() + q.z() * q.z() + q.w() * q.w());
        double xx = n * q.x() * q.x();
        double yy = n * q.y() * q.y();
        double zz = n * q.z() * q.z();
        double xy = n * q.x() * q.y();
        double xz = n * q.x() * q.z();
        double yz = n * q.y() * q.z();
        double wx = n * q.w() * q.x();
        double wy = n * q.w() * q.y();
        double wz = n * q.w() * q.z();
        return new double[][] {
            {1 - yy - zz, xy - wz, xz + wy}, {xy + wz, 1 - xx - zz, yz - wx}, {xz - wy, yz + wx, 1 - xx - yy}
        };
    }

    private static double[][] transposed(double[][] m) {
        double[][] result = new double[m.length][m.length];
        for (int row = 0; row < m.length; row++) {
            for (int column = 0; column < m.length; column++) {
                result[column][row] = m[row][column];
            }
        }
        return result;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int column = 0; column < a.length; column++) {
            double[] vector = new double[a.length];
            for (int row = 0; row < a.length; row++) {
                vector[row] = b[row][column];
            }
            double[] result = times(a, vector);
            for (int row = 0; row < a.length; row++) {
                product[row][column] = result[row];
            }
        }
        return product;
    }

    private static double[] times(double[][] a, double[] vector) {
        double[] result = new double[vector.length];
        for (int row = 0; row < vector.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                result[row] += a[row][column] * vector[column];
            }
        }
        return result;
    }
}
