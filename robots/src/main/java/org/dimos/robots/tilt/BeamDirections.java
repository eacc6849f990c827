package org.dimos.robots.tilt;

import org.dimos.msgs.sensor.LaserScan;

/** Where the beams of a laser point to, which is the same for each of its scans. */
final class BeamDirections {
    private final float first;
    private final float increment;
    private final double[] cosines;
    private final double[] sines;

    private BeamDirections(LaserScan scan) {
        first = scan.angleMin();
        increment = scan.angleIncrement();
        int count = scan.ranges().length();
        cosines = new double[count];
        sines = new double[count];
        for (int beam = 0; beam < count; beam++) {
            double angle = first + beam * (double) increment;
            cosines[beam] = StrictMath.cos(angle);
            sines[beam] = StrictMath.sin(angle);
        }
    }

    static BeamDirections of(LaserScan scan) {
        return new BeamDirections(scan);
    }

    /** These, if they are those of the scan, or else others. */
    BeamDirections orThoseOf(LaserScan scan) {
        boolean same = scan.angleMin() == first
                && scan.angleIncrement() == increment
                && scan.ranges().length() == cosines.length;
        return same ? this : of(scan);
    }

    double cosine(int beam) {
        return cosines[beam];
    }

    double sine(int beam) {
        return sines[beam];
    }
}
