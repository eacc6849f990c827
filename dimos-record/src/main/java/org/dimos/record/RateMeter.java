package org.dimos.record;

/** How often something happens, from a count that is looked at now and then. Safe to share between threads. */
final class RateMeter {
    private static final double NANOS_PER_SECOND = 1e9;

    private long lastNanos;
    private long lastCount;
    private double rate;
    private boolean started;

    /** Events per second since the last look that was at least a second ago. */
    synchronized double at(long nowNanos, long count) {
        double seconds = (nowNanos - lastNanos) / NANOS_PER_SECOND;
        if (!started || seconds < 0) {
            started = true;
        } else if (seconds >= 1) {
            rate = (count - lastCount) / seconds;
        } else {
            return rate;
        }
        lastNanos = nowNanos;
        lastCount = count;
        return rate;
    }
}
