package org.dimos.core.time;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.dimos.core.Clock;
import org.dimos.core.TimeJump;

/** What a clock says: a time that never goes back plus an offset, which changes when the clock jumps. */
final class JumpingClock implements Clock, ClockJumps {
    private final LongSupplier time;
    private final List<Consumer<TimeJump>> listeners = new CopyOnWriteArrayList<>();
    private volatile long offset;

    /**
     * A clock that has not jumped yet.
     *
     * @param time the time that never goes back, in nanoseconds
     */
    JumpingClock(LongSupplier time) {
        this.time = time;
    }

    @Override
    public long nanos() {
        return time.getAsLong() + offset;
    }

    /** The time that never goes back, when the clock says a time. */
    long timeAt(long nanos) {
        return nanos - offset;
    }

    @Override
    public void jump(long nanos, TimeJump.Cause cause) {
        TimeJump jump = new TimeJump(nanos(), nanos, cause);
        offset = nanos - time.getAsLong();
        listeners.forEach(listener -> listener.accept(jump));
    }

    @Override
    public void onJump(Consumer<TimeJump> listener) {
        listeners.add(listener);
    }
}
