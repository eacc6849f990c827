package org.dimos.cli.studio.view;

import java.util.Arrays;
import org.dimos.cli.studio.state.Lane;
import org.dimos.cli.studio.state.Span;

/** A lane in as many bins as a line of characters has dots: those of the lane that was counted, stretched or put together. */
final class Density {
    private static final int RADIUS = 3;
    private static final double MOST_SMOOTHED = 8;
    private static final double LEAST_SMOOTHED = 0.4;

    private final double[] messages;
    private final double[] bytes;
    private final long[] lost;
    private double most;

    private Density(int bins) {
        messages = new double[bins];
        bytes = new double[bins];
        lost = new long[bins];
    }

    /**
     * What is to be drawn.
     *
     * @param counted the span of the lane
     * @param shown the span that is drawn
     */
    static Density of(Lane lane, Span counted, Span shown, int bins) {
        Density density = new Density(bins);
        double shownBin = shown.length() / (double) bins;
        double countedBin = counted.length() / (double) Math.max(1, lane.bins());
        double offset = (shown.fromNanos() - counted.fromNanos()) / countedBin;
        double ratio = shownBin / countedBin;
        for (int i = 0; i < bins; i++) {
            density.sum(i, lane, offset + i * ratio, offset + (i + 1) * ratio);
        }
        density.smooth();
        density.most = Arrays.stream(density.messages).max().orElse(0);
        return density;
    }

    /** Where about one message falls into each bin, whether it is one or none or two means nothing. */
    private void smooth() {
        double[] before = messages.clone();
        for (int i = 0; i < before.length; i++) {
            messages[i] = smoothed(before, i);
        }
    }

    private static double smoothed(double[] counts, int bin) {
        double most = 0;
        double sum = 0;
        int from = Math.max(0, Math.min(bin - RADIUS, counts.length - 1 - 2 * RADIUS));
        int to = Math.min(counts.length - 1, from + 2 * RADIUS);
        for (int i = from; i <= to; i++) {
            most = Math.max(most, counts[i]);
            sum += counts[i];
        }
        double mean = sum / (to - from + 1);
        boolean isPause = counts[bin] == 0 && most > 1;
        return isPause || most > MOST_SMOOTHED || mean < LEAST_SMOOTHED ? counts[bin] : mean;
    }

    private void sum(int bin, Lane lane, double from, double to) {
        int last = (int) Math.min(lane.bins() - 1L, (long) Math.ceil(to - 1e-6) - 1);
        for (int i = (int) Math.max(0, Math.floor(from + 1e-6)); i <= last; i++) {
            double part = Math.min(1, Math.min(to, i + 1.) - Math.max(from, i));
            messages[bin] += part * lane.messages(i);
            bytes[bin] += part * lane.bytes(i);
            lost[bin] += lane.lost(i);
        }
    }

    int bins() {
        return messages.length;
    }

    double messages(int bin) {
        return messages[bin];
    }

    double bytes(int bin) {
        return bytes[bin];
    }

    long lost(int bin) {
        return lost[bin];
    }

    /** The most messages in a bin. */
    double most() {
        return most;
    }
}
