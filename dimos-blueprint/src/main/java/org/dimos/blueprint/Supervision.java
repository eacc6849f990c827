package org.dimos.blueprint;

import io.reactivex.rxjava3.core.Scheduler;
import org.dimos.core.Clock;
import org.dimos.core.Out;
import org.dimos.core.time.Timeline;

/** What stands between a module and its graph, to see that it keeps to the rules of the graph's time. */
interface Supervision {

    /** What a module is given as clock. */
    default Clock clock(Clock clock) {
        return clock;
    }

    /** What a module is given as scheduler. */
    default Scheduler scheduler(Scheduler scheduler) {
        return scheduler;
    }

    /** What a module is given as output. */
    default <T> Out<T> out(String stream, Out<T> out) {
        return out;
    }

    /** Lets a module do as it likes where time allows that, and otherwise keeps it on the one thread there is. */
    static Supervision of(ModuleEntry entry, Timeline timeline, Ending ending) {
        return timeline.onlyThread()
                .<Supervision>map(thread -> LockstepSupervision.of(entry, thread, ending::failed))
                .orElse(new Supervision() {});
    }
}
