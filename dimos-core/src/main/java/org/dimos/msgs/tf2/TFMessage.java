package org.dimos.msgs.tf2;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.TransformStamped;

/** Transforms between the frames of a robot, to be collected in a {@link org.dimos.core.tf.TransformBuffer}. */
@LcmType("tf2_msgs.TFMessage")
public record TFMessage(List<TransformStamped> transforms) implements Stamped {

    public TFMessage {
        transforms = List.copyOf(transforms);
    }

    public static TFMessage of(TransformStamped... transforms) {
        return new TFMessage(List.of(transforms));
    }

    /** The stamp of the first transform; 0 if there is none. */
    @Override
    public long stampNanos() {
        return transforms.isEmpty() ? 0 : transforms.get(0).stampNanos();
    }
}
