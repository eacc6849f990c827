package org.dimos.blueprint;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;
import org.dimos.core.time.Timeline;

/**
 * How long a graph has run.
 *
 * @param wall in wall time
 * @param own in the time of its timeline, whatever its clock said when it was sought
 */
public record Elapsed(Duration wall, Duration own) {

    /** The beginning, from which it is counted. */
    static final class Since {
        private final Timeline timeline;
        private final Clock wall = new SystemClock();
        private final long startOfWall = wall.nanos();
        private final long startOfOwn;

        Since(Timeline timeline) {
            this.timeline = timeline;
            this.startOfOwn = own();
        }

        private long own() {
            return timeline.timers().now(TimeUnit.NANOSECONDS);
        }

        Elapsed elapsed() {
            return new Elapsed(Duration.ofNanos(wall.nanos() - startOfWall), Duration.ofNanos(own() - startOfOwn));
        }
    }
}
