package org.dimos.record.repair;

/** How a file is. */
public enum Verdict {
    /** All that was published is there and can be read. */
    SOUND,
    /** It can be read, and something is missing. */
    WITH_LOSSES,
    /** It is no recording that can be read. */
    UNREADABLE
}
