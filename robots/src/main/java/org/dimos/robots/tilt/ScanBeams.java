package org.dimos.robots.tilt;

import org.dimos.core.tf.FramePair;
import org.dimos.core.tf.TransformBuffer;
import org.dimos.core.tf.TransformException;
import org.dimos.msgs.geometry.Transform;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.robots.geometry.CloudWriter;

/** The beams of a scan: each goes out at its own time, in its own direction, from where the laser is then. */
record ScanBeams(LaserScan scan) {
    private static final double NANOS_PER_SECOND = 1e9;

    int count() {
        return scan.ranges().length();
    }

    /** When a beam goes out, in nanoseconds since the epoch. */
    long stampNanos(int beam) {
        return scan.stampNanos() + Math.round(beam * (double) scan.timeIncrement() * NANOS_PER_SECOND);
    }

    /** When the last beam goes out. */
    long endNanos() {
        return stampNanos(Math.max(0, count() - 1));
    }

    /**
     * The points of all beams that met something within the range of the laser.
     *
     * @throws TransformException if the laser's place is not known at the time of one of them
     */
    CloudWriter points(TransformBuffer transforms, String frame, BeamDirections directions) {
        CloudWriter points = new CloudWriter(count());
        FramePair placed = transforms.between(frame, scan.header().frameId());
        boolean hasIntensities = scan.intensities().length() == count();
        for (int beam = 0; beam < count(); beam++) {
            float range = scan.ranges().get(beam);
            if (Float.isFinite(range) && range >= scan.rangeMin() && range <= scan.rangeMax()) {
                Transform laser = placed.at(stampNanos(beam));
                Vector3 point = laser.apply(range * directions.cosine(beam), range * directions.sine(beam), 0);
                points.add(
                        point.x(),
                        point.y(),
                        point.z(),
                        hasIntensities ? scan.intensities().get(beam) : 0);
            }
        }
        return points;
    }
}
