package org.dimos.core.bus;

import java.time.Duration;
import org.dimos.core.time.Timeline;

/** Waits, step after step, until modules have handled all that is on its way; once it took too long, not for much longer. */
final class Drain {
    private static final Duration AFTER_LIMIT = Duration.ofMillis(100);

    private final Timeline timeline;
    private final Quiescence quiescence;
    private final Duration limit;
    private boolean inTime = true;

    Drain(Timeline timeline, Quiescence quiescence, Duration limit) {
        this.timeline = timeline;
        this.quiescence = quiescence;
        this.limit = limit;
    }

    void await() {
        inTime &= timeline.await(quiescence::isReached, inTime ? limit : AFTER_LIMIT);
    }

    /** Whether everything was handled within the limit so far. */
    boolean inTime() {
        return inTime;
    }
}
