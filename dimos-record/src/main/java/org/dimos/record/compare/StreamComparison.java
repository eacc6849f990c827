package org.dimos.record.compare;

import java.util.Optional;

/**
 * What came of comparing one stream.
 *
 * @param stream its name
 * @param left how many messages the first recording has
 * @param right how many the second has
 * @param different how many messages are different, or only in one of them
 * @param first where the first difference is, if there is one
 */
public record StreamComparison(String stream, long left, long right, long different, Optional<Difference> first) {

    /** Whether both say the same. */
    public boolean isEqual() {
        return first.isEmpty();
    }
}
