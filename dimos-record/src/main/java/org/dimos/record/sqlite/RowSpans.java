package org.dimos.record.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which rows of a stream are meant: spans in the order of time, apart from each other.
 *
 * @param spans each of them holds something
 */
public record RowSpans(List<RowSpan> spans) {
    private static final RowSpans ALL = new RowSpans(List.of(RowSpan.of(Long.MIN_VALUE, Long.MAX_VALUE)));

    public RowSpans {
        spans = List.copyOf(spans);
    }

    /** Every row. */
    public static RowSpans all() {
        return ALL;
    }

    public boolean isAll() {
        return equals(ALL);
    }

    public boolean contains(long nanos, long id) {
        return spans.stream().anyMatch(span -> span.contains(nanos, id));
    }

    /** Those of a range of time. */
    public RowSpans within(long from, long to) {
        return of(spans.stream().map(span -> span.within(from, to)));
    }

    /** Those outside of a range of time. */
    public RowSpans without(long from, long to) {
        return of(spans.stream()
                .flatMap(span -> Stream.of(span.within(Long.MIN_VALUE, from), span.within(to, Long.MAX_VALUE))));
    }

    /** The same and one span that lies before all of them. */
    public RowSpans after(RowSpan first) {
        List<RowSpan> all = new ArrayList<>();
        all.add(first);
        all.addAll(spans);
        return new RowSpans(all);
    }

    /** The earliest time a row can have; that of the end where there is none. */
    long fromNanos() {
        return spans.isEmpty() ? Long.MAX_VALUE : spans.get(0).fromNanos();
    }

    /** Up to where rows can be. */
    long toNanos() {
        return spans.isEmpty() ? Long.MAX_VALUE : spans.get(spans.size() - 1).toNanos();
    }

    private static RowSpans of(Stream<RowSpan> spans) {
        return new RowSpans(spans.filter(span -> !span.isEmpty()).toList());
    }
}
