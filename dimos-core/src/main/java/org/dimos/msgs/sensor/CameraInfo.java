package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmField;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/**
 * Calibration of a camera: distortion {@code d}, intrinsic matrix {@code k} (3x3), rectification {@code r} (3x3)
 * and projection {@code p} (3x4), all row by row.
 */
@LcmType("sensor_msgs.CameraInfo")
public record CameraInfo(
        Header header,
        int height,
        int width,
        String distortionModel,
        @LcmField(name = "D") Doubles d,
        @LcmField(name = "K", size = 9) Doubles k,
        @LcmField(name = "R", size = 9) Doubles r,
        @LcmField(name = "P", size = 12) Doubles p,
        int binningX,
        int binningY,
        RegionOfInterest roi)
        implements Stamped {

    public CameraInfo {
        requireNonNull(header, "header is null");
        requireNonNull(distortionModel, "distortionModel is null");
        requireNonNull(d, "d is null");
        k.requireLength(9, "k");
        r.requireLength(9, "r");
        p.requireLength(12, "p");
        requireNonNull(roi, "roi is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
