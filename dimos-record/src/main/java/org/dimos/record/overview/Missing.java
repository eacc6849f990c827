package org.dimos.record.overview;

import java.util.Collection;
import org.dimos.core.array.Longs;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.selection.TimeEdges;

/** What is missing in each bin. */
final class Missing {
    private Missing() {}

    /** How long no message can be there, in nanoseconds. The gaps of one stream and those of all may overlap. */
    static Longs gaps(Collection<Gap> gaps, TimeEdges edges) {
        long[] nanos = new long[edges.bins()];
        for (Gap gap : gaps) {
            for (int bin = first(gap.fromNanos(), edges); bin < nanos.length && edges.at(bin) < gap.toNanos(); bin++) {
                long from = Math.max(edges.at(bin), gap.fromNanos());
                long to = Math.min(edges.at(bin + 1), gap.toNanos());
                long length = edges.at(bin + 1) - edges.at(bin);
                nanos[bin] = Math.min(length, nanos[bin] + Math.max(0, to - from));
            }
        }
        return Longs.wrap(nanos);
    }

    /** How many messages were lost. */
    static Longs losses(Collection<Loss> losses, TimeEdges edges) {
        long[] lost = new long[edges.bins()];
        for (Loss loss : losses) {
            double length = (double) loss.toNanos() - loss.fromNanos() + 1;
            for (int bin = first(loss.fromNanos(), edges);
                    bin < lost.length && edges.at(bin) <= loss.toNanos();
                    bin++) {
                long from = Math.max(edges.at(bin), loss.fromNanos());
                long to = Math.min(edges.at(bin + 1) - 1, loss.toNanos());
                if (edges.at(bin + 1) > edges.at(bin) && loss.count() > 0) {
                    lost[bin] += Math.max(1, Math.round(loss.count() * ((to - from + 1) / length)));
                }
            }
        }
        return Longs.wrap(lost);
    }

    private static int first(long nanos, TimeEdges edges) {
        if (nanos < edges.at(0)) {
            return 0;
        }
        int bin = edges.binOf(nanos);
        return bin < 0 ? edges.bins() : bin;
    }
}
