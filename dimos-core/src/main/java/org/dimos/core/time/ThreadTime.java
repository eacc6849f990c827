package org.dimos.core.time;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/** The processor time of a thread, once the part of Java that knows it is loaded, which takes a while. */
final class ThreadTime {
    static final long UNKNOWN = -1;

    private static volatile @Nullable ThreadMXBean threads;

    static {
        Thread loading = new Thread(ThreadTime::load, "dimos-thread-time");
        loading.setDaemon(true);
        loading.start();
    }

    private ThreadTime() {}

    private static void load() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        if (bean.isCurrentThreadCpuTimeSupported() && bean.isThreadCpuTimeEnabled()) {
            threads = bean;
        }
    }

    /** What the calling thread has taken, in nanoseconds; {@link #UNKNOWN} at first, or if the system does not tell. */
    static long ofThisThread() {
        ThreadMXBean known = threads;
        return known == null ? UNKNOWN : known.getCurrentThreadCpuTime();
    }
}
