package org.dimos.record.replay;

import org.dimos.record.StreamInfo;

/**
 * Finds the streams whose last message holds until the next: what is said once, such as how the sensors are mounted. A
 * stream is one if it was declared, if it is named {@code tf_static} or {@code camera_info} (also {@code
 * left_camera_info}, in any namespace), if it carries camera calibrations, or if all its messages have one stamp.
 */
final class LatchedStreams {
    private static final String CALIBRATION = "sensor_msgs.CameraInfo";

    private LatchedStreams() {}

    static boolean isLatched(StreamInfo stream) {
        return stream.isLatched() || stream.typeName().equals(CALIBRATION);
    }
}
