package org.dimos.record.rolling;

import java.util.Locale;

/** What has become of a run. */
public enum RunState {
    /** Its process is there and writes. */
    RUNNING,
    /** It was closed in order. */
    ENDED,
    /** Recording stopped for a reason while the run went on. */
    FAILED,
    /** Its process is gone and did not close it. */
    CRASHED;

    /** As people and scripts read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
