package org.dimos.core.tf;

import org.dimos.msgs.geometry.Arc;
import org.dimos.msgs.geometry.Transform;

/** Where a frame was between two times at which it is known. */
record Interval(long start, long end, Transform from, Transform to, Arc arc) {

    static Interval between(long start, Transform from, long end, Transform to) {
        return new Interval(start, end, from, to, Arc.between(from.rotation(), to.rotation()));
    }

    /** Whether a time is between the two, and neither of them. */
    boolean contains(long stamp) {
        return start < stamp && stamp < end;
    }

    Transform at(long stamp) {
        double fraction = (double) (stamp - start) / (end - start);
        return new Transform(from.translation().lerp(to.translation(), fraction), arc.at(fraction));
    }
}
