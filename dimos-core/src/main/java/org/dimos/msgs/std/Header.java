package org.dimos.msgs.std;

import static java.util.Objects.requireNonNull;

import org.dimos.core.message.LcmType;

/** When a message was true and in which frame its coordinates are. dimos leaves {@code seq} at 0. */
@LcmType("std_msgs.Header")
public record Header(int seq, Time stamp, String frameId) {

    public Header {
        requireNonNull(stamp, "stamp is null");
        requireNonNull(frameId, "frameId is null");
    }

    /** A header with the given time, in nanoseconds since the Unix epoch, and frame. */
    public static Header of(long stampNanos, String frameId) {
        return new Header(0, Time.ofNanos(stampNanos), frameId);
    }

    /** Nanoseconds since the Unix epoch; 0 if there is no stamp, which is so if the seconds are 0. */
    public long stampNanos() {
        return stamp.sec() == 0 ? 0 : stamp.toNanos();
    }
}
