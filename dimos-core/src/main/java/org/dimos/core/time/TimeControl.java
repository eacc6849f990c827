package org.dimos.core.time;

import io.reactivex.rxjava3.disposables.Disposable;
import java.time.Duration;
import org.dimos.core.TimeJump;

/**
 * How a player directs the time of its graph. All times are those of the graph's clock, in nanoseconds since the epoch.
 * May be used from any thread, except where the timing thread is named.
 */
public interface TimeControl extends ClockJumps {
    /** The speed at which time does not pass by itself: it goes from one task to the next as soon as all is handled. */
    double FREE = Double.POSITIVE_INFINITY;

    /** Runs a task on the timing thread as soon as it is free, also while time stands. */
    void execute(Runnable task);

    /** Runs a task on the timing thread when time has come, or has passed already; not while time stands. */
    Disposable at(long nanos, Runnable task);

    /**
     * Lets time pass from where it is.
     *
     * @param speed recorded time per wall time, greater than 0; {@link #FREE} to wait for nothing but the modules
     * @param untilNanos where time stands still again, after what is due then; {@link Long#MAX_VALUE} for nowhere
     * @param reached run on the timing thread when it does
     */
    void run(double speed, long untilNanos, Runnable reached);

    /** Lets time stand where it is. */
    void stand();

    /**
     * Runs what is due up to a time, in order, each once the modules have handled all before it; time then stands there.
     * On the timing thread only.
     */
    void advance(long nanos);

    /**
     * Waits until the modules have handled all that is on its way. On the timing thread only.
     *
     * @return false if they have not within the limit
     */
    boolean awaitQuiet(Duration limit);

    /** Sets the clock, which has to stand, and tells so. On the timing thread only. */
    @Override
    void jump(long nanos, TimeJump.Cause cause);

    /** Whether the system runs the timing thread before all that is ordinary, see {@link Timeline#replay}. */
    boolean isRealTime();
}
