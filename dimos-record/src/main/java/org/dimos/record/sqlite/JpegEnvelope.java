package org.dimos.record.sqlite;

import org.dimos.msgs.sensor.Image;
import org.dimos.record.JpegImages;
import org.dimos.record.RecordingException;

/** The payload of the codec {@code jpeg}: an image message whose data is a JPEG file. */
final class JpegEnvelope {
    private JpegEnvelope() {}

    static Image of(Object payload) {
        if (payload instanceof Image image) {
            return JpegImages.encode(image);
        }
        throw new RecordingException(
                "only images can be stored as jpeg, not " + payload.getClass().getSimpleName());
    }
}
