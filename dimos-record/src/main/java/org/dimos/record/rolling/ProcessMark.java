package org.dimos.record.rolling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from a later one of the same number.
 *
 * @param pid its number
 * @param start when it began, as far as the system tells: a number may come again
 */
public record ProcessMark(long pid, Optional<Instant> start) {
    private static final Duration CLOCK_CHANGE = Duration.ofSeconds(5);

    /** The process that runs this. */
    public static ProcessMark ofThis() {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessMark(self.pid(), self.info().startInstant());
    }

    /** The process, if it is still there. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(this::isTheProcess);
    }

    /** Whether it is still there. */
    public boolean isAlive() {
        return handle().isPresent();
    }

    private boolean isTheProcess(ProcessHandle process) {
        Optional<Instant> known = process.info().startInstant();
        return process.isAlive()
                && (known.isEmpty()
                        || start.isEmpty()
                        || Duration.between(known.get(), start.get()).abs().compareTo(CLOCK_CHANGE) < 0);
    }
}
