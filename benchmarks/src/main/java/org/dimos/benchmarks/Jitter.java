package org.dimos.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How evenly messages arrive, in milliseconds. The phase of a message is how much later it arrived than its stamp says,
 * counted from the first one; its error is the distance from the median phase.
 *
 * @param count how many messages there were
 * @param p50 the median of the errors
 * @param p99 the error that 99 of 100 messages do not exceed
 * @param max the largest error
 * @param drift how much the mean phase of the last tenth differs from that of the first tenth
 */
record Jitter(int count, double p50, double p99, double max, double drift) {

    static Jitter of(long[] due, long[] arrived, double speed) {
        int n = due.length;
        if (n == 0) {
            return new Jitter(0, 0, 0, 0, 0);
        }
        double[] phases = IntStream.range(0, n)
                .mapToDouble(i -> (arrived[i] - arrived[0]) - (due[i] - due[0]) / speed)
                .map(nanos -> nanos / 1e6)
                .toArray();
        double median = percentile(phases.clone(), 50);
        double[] errors =
                Arrays.stream(phases).map(phase -> Math.abs(phase - median)).toArray();
        int tenth = Math.max(1, n / 10);
        double drift = mean(phases, n - tenth, n) - mean(phases, 0, tenth);
        return new Jitter(n, percentile(errors, 50), percentile(errors, 99), percentile(errors, 100), drift);
    }

    private static double percentile(double[] values, double percent) {
        Arrays.sort(values);
        return values[(int) Math.ceil((values.length - 1) * percent / 100)];
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%5d messages, jitter p50 %.3f ms, p99 %.3f ms, max %.3f ms, drift %.3f ms",
                count,
                p50,
                p99,
                max,
                drift);
    }
}
