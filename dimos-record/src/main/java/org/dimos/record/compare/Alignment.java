package org.dimos.record.compare;

/** Which message of one recording belongs to which of another. */
public enum Alignment {
    /** Those with the same time; what has no counterpart counts as missing. */
    BY_TIME,
    /**
     * Those with the same stamp of their own, and where messages carry none the first with the first, the second with the
     * second: their time is that of their publishing, which no two runs on a wall clock share.
     */
    BY_STAMP
}
