package org.dimos.core.time;

import java.util.function.Consumer;
import org.dimos.core.TimeJump;

/** How the clock of a replay is made to say another time. No timer notices: each goes on for the rest of its delay. */
public interface ClockJumps {

    /** Sets the clock, between two messages and by who plays them, and tells so. */
    void jump(long nanos, TimeJump.Cause cause);

    /** Is told each jump where it happens. */
    void onJump(Consumer<TimeJump> listener);
}
