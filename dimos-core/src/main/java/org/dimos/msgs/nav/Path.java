package org.dimos.msgs.nav;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.std.Header;

/** A path to follow: poses in order. */
@LcmType("nav_msgs.Path")
public record Path(Header header, List<PoseStamped> poses) implements Stamped {

    public Path {
        requireNonNull(header, "header is null");
        poses = List.copyOf(poses);
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
