package org.dimos.record.replay;

import java.util.List;
import org.dimos.record.StreamInfo;

/**
 * Finds the streams whose last message holds until the next: what is said once, such as how the sensors are mounted. A
 * stream is one if it was declared, if it is named {@code tf_static} or {@code camera_info} (also {@code
 * left_camera_info}, in any namespace), if it carries camera calibrations, or if all its messages have one stamp.
 */
final class LatchedStreams {
    private static final List<String> NAMES = List.of("tf_static", "camera_info");
    private static final String CALIBRATION = "sensor_msgs.CameraInfo";

    private LatchedStreams() {}

    static boolean isLatched(StreamInfo stream) {
        String name = stream.name().substring(stream.name().lastIndexOf('/') + 1);
        return stream.isLatched()
                || stream.typeName().equals(CALIBRATION)
                || NAMES.stream().anyMatch(known -> name.equals(known) || name.endsWith("_" + known));
    }
}
