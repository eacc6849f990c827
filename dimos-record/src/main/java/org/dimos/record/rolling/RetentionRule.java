package org.dimos.record.rolling;

/** A reason why the oldest segment has to go. Asked again after each that went. */
public interface RetentionRule {

    /** Whether there is too much. */
    boolean isExceeded(Holdings holdings);

    /** Why nothing can be recorded where the rule is still exceeded with everything deleted that may be. */
    String refusal();
}
