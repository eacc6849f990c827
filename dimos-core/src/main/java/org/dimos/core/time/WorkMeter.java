package org.dimos.core.time;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much processor time a module's tasks take, which run one at a time on whatever thread is free. To ask for the time
 * of a thread is a system call that costs more than many a task, so a short task counts with the time that passed, and
 * the system is asked after long ones, which may have waited, and now and then in between.
 */
public final class WorkMeter {
    private static final long SHORT_NANOS = 100_000;
    private static final long UNASKED_NANOS = 1_000_000;
    private static final int UNASKED_TASKS = 16;

    private static final ThreadLocal<Account> ACCOUNTS = ThreadLocal.withInitial(Account::new);

    private final AtomicLong nanos = new AtomicLong();

    /** What is known of a thread. */
    private static final class Account {
        private long asked = ThreadTime.ofThisThread();
        private long counted;
        private int tasks;

        long add(long passed) {
            tasks++;
            if (passed < SHORT_NANOS && counted + passed < UNASKED_NANOS && tasks < UNASKED_TASKS) {
                counted += passed;
                return passed;
            }
            long now = ThreadTime.ofThisThread();
            long taken = now - asked - counted;
            boolean known = asked != ThreadTime.UNKNOWN && now != ThreadTime.UNKNOWN;
            asked = now;
            counted = 0;
            tasks = 0;
            return known ? Math.max(0, Math.min(passed, taken)) : passed;
        }
    }

    /** A task begins; answers what {@link #end} is to be told. */
    public long begin() {
        Account unusedIsMadeBeforeTheTask = ACCOUNTS.get();
        return System.nanoTime();
    }

    /** A task ends, on the thread on which it began. No other one of the same module may run meanwhile. */
    public void end(long begin) {
        long passed = System.nanoTime() - begin;
        nanos.lazySet(nanos.get() + ACCOUNTS.get().add(passed));
    }

    /** The processor time taken so far. */
    public long nanos() {
        return nanos.get();
    }
}
