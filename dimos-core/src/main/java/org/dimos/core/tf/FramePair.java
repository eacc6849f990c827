package org.dimos.core.tf;

import java.util.Optional;
import org.dimos.core.tf.TransformException.Reason;
import org.dimos.msgs.geometry.Transform;

/**
 * How one frame lies in another, for many questions in a row, such as one for each beam of a scan. To be asked for anew once further
 * transforms have been added. Belongs to one module, as its {@link TransformBuffer}.
 */
public final class FramePair {
    private final FramePath path;

    FramePair(FramePath path) {
        this.path = path;
    }

    /**
     * The pose of the source frame in the target frame.
     *
     * @param stampNanos when, in nanoseconds since the Unix epoch
     * @throws TransformException if it is not known at that time
     */
    public Transform at(long stampNanos) {
        return path.at(stampNanos);
    }

    /** Why it is not known at a time; empty if it is. */
    public Optional<Reason> missingAt(long stampNanos) {
        return path.missingAt(stampNanos);
    }
}
