package org.dimos.record.rolling;

import java.time.Instant;
import java.util.List;

/**
 * What the rolling recordings hold, as retention rules look at it.
 *
 * @param deletable the segments that may go, the oldest first: none that is being written
 * @param bytes what all runs take of the disk, with what those that run may still write and what is to be written now
 * @param coming what of that is not on the disk yet
 * @param freeBytes how much of the disk is free
 * @param now the time
 */
public record Holdings(List<Segment> deletable, long bytes, long coming, long freeBytes, Instant now) {
    public Holdings {
        deletable = List.copyOf(deletable);
    }
}
