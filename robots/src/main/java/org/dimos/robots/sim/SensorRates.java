package org.dimos.robots.sim;

/** Which sensors have a reading at a step. A sensor with rate {@code r} has one every 600 / r steps. */
record SensorRates(int lidar, int camera, int imu, int odom) {

    SensorRates {
        requireDivisor("lidarHz", lidar);
        requireDivisor("cameraHz", camera);
        requireDivisor("imuHz", imu);
        requireDivisor("odomHz", odom);
    }

    private static void requireDivisor(String setting, int rate) {
        if (rate <= 0 || Simulation.STEPS_PER_SECOND % rate != 0) {
            throw new IllegalArgumentException("the setting '" + setting + "' of SimConnection is " + rate
                    + "; it must divide " + Simulation.STEPS_PER_SECOND + ", such as 10, 15, 20, 50 or 200");
        }
    }

    /** Whether a sensor of a rate has a reading at a step. */
    static boolean isDue(long step, int rate) {
        return step % (Simulation.STEPS_PER_SECOND / rate) == 0;
    }
}
