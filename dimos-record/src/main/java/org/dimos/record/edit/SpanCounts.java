package org.dimos.record.edit;

import java.util.stream.LongStream;
import org.dimos.record.RecordingReader;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.TimeEdges;
import org.dimos.record.sqlite.RowSpan;
import org.dimos.record.sqlite.RowSpans;

/** Counts of a stream of which only some spans are left: those of its recording, cut at the ends of the spans. */
final class SpanCounts {
    private SpanCounts() {}

    static BinCounts of(RecordingReader reader, String stream, RowSpans rows, TimeEdges edges) {
        TimeEdges finer = edges.cutAt(
                rows.spans().stream().flatMapToLong(span -> LongStream.of(span.fromNanos(), span.toNanos())));
        BinCounts all = reader.counts(stream, finer);
        long[] counts = new long[edges.bins()];
        int bin = 0;
        for (int i = 0; i < finer.bins(); i++) {
            while (finer.at(i) >= edges.at(bin + 1) && bin < edges.bins() - 1) {
                bin++;
            }
            long from = finer.at(i);
            if (rows.spans().stream().anyMatch(span -> isWhole(span) && span.contains(from, 0))) {
                counts[bin] += all.counts().get(i);
            }
        }
        rows.spans().stream().filter(span -> !isWhole(span)).forEach(span -> add(reader, stream, span, edges, counts));
        return BinCounts.of(counts, all.exact());
    }

    private static boolean isWhole(RowSpan span) {
        return span.minId() == Long.MIN_VALUE;
    }

    /** A span that begins at a row number has one stamp: it is a value that holds. */
    private static void add(RecordingReader reader, String stream, RowSpan span, TimeEdges edges, long[] counts) {
        int bin = edges.binOf(span.fromNanos());
        if (bin >= 0) {
            counts[bin] += reader.count(
                    stream,
                    Selection.all().from(span.fromNanos()).until(span.toNanos()).afterId(span.minId() - 1));
        }
    }
}
