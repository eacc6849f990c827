package org.dimos.record.overview;

import java.util.stream.LongStream;
import org.dimos.core.array.Longs;
import org.dimos.record.replay.StreamView;

/**
 * One stream of a recording over time, bin by bin.
 *
 * @param stream the stream as it is played
 * @param counts how many messages there are in each bin
 * @param exact whether these are the numbers; otherwise estimates, or those of the recorded stream where operators, such as
 *     a filter, may play others
 * @param meanBytes the size of a payload on average over the whole stream
 * @param gapNanos how much of each bin edits took out, in nanoseconds
 * @param lost how many messages were lost in each bin: as a span of losses says nothing about when in it, an even part of
 *     them, and one at least in each bin that it touches
 */
public record Lane(StreamView stream, Longs counts, boolean exact, double meanBytes, Longs gapNanos, Longs lost) {

    /** The name it is played under. */
    public String name() {
        return stream.name();
    }

    /** The size of the payloads in a bin: an estimate, as if all of the stream were of the same size. */
    public long bytes(int bin) {
        return Math.round(counts.get(bin) * meanBytes);
    }

    /** The largest count of a bin. */
    public long most() {
        return LongStream.of(counts.toArray()).max().orElse(0);
    }

    /** All bins together. */
    public long messages() {
        return LongStream.of(counts.toArray()).sum();
    }

    public boolean hasGap(int bin) {
        return gapNanos.get(bin) > 0;
    }

    public boolean hasLoss(int bin) {
        return lost.get(bin) > 0;
    }
}
