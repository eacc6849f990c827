package org.dimos.blueprint;

import java.time.Duration;
import org.dimos.core.RobotModule;
import org.dimos.core.TimeJump;
import org.dimos.core.bus.ModuleThread;

/**
 * A running part of a graph.
 *
 * @param name its name
 * @param module the instance
 * @param thread where it runs
 * @param closeLimit how long closing it may take
 */
record Part(String name, RobotModule module, ModuleThread thread, Duration closeLimit) {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    Part(String name, RobotModule module, ModuleThread thread) {
        this(name, module, thread, CLOSE_LIMIT);
    }

    /** Tells the module of a jump of the clock, in turn with its messages. */
    void tell(TimeJump jump) {
        thread.execute(() -> module.onTimeJump(jump));
    }
}
