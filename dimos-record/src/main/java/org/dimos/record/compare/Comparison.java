package org.dimos.record.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dimos.record.StreamInfo;

/**
 * What came of comparing two recordings. Payloads and times are compared; when messages came in is not.
 *
 * @param streams stream by stream, in the order of the first recording, then those only the second has
 */
public record Comparison(List<StreamComparison> streams) {
    public Comparison {
        streams = List.copyOf(streams);
    }

    /** Compares all streams of two recordings, message by message of the same time. */
    public static Comparison of(Contents left, Contents right, Tolerances tolerances) {
        Set<String> names = new LinkedHashSet<>(left.names());
        names.addAll(right.names());
        tolerances.check(names);
        return of(left, right, names, tolerances, Alignment.BY_TIME);
    }

    /** Compares some streams. One that is only in one of the recordings is different. */
    public static Comparison of(
            Contents left, Contents right, Collection<String> streams, Tolerances tolerances, Alignment alignment) {
        List<StreamComparison> compared = new ArrayList<>();
        for (String stream : streams) {
            compared.add(compare(left, stream, right, stream, tolerances, alignment));
        }
        return new Comparison(compared);
    }

    /** Compares one stream with another, such as one with what was recorded of it before. */
    public static StreamComparison compare(
            Contents left,
            String leftStream,
            Contents right,
            String rightStream,
            Tolerances tolerances,
            Alignment alignment) {
        Optional<StreamInfo> a = left.stream(leftStream);
        Optional<StreamInfo> b = right.stream(rightStream);
        if (a.isEmpty() || b.isEmpty() || !a.get().typeName().equals(b.get().typeName())) {
            return unlike(rightStream, a, b);
        }
        try (Side first = new Side(left.reader(), leftStream);
                Side second = new Side(right.reader(), rightStream)) {
            return new StreamMatch(rightStream, first, second, tolerances, alignment).compare();
        }
    }

    private static StreamComparison unlike(String stream, Optional<StreamInfo> left, Optional<StreamInfo> right) {
        long inLeft = left.map(StreamInfo::messages).orElse(0L);
        long inRight = right.map(StreamInfo::messages).orElse(0L);
        long since = left.or(() -> right).map(StreamInfo::firstNanos).orElse(0L);
        Difference difference = new Difference(
                stream,
                1,
                since,
                "type",
                left.map(StreamInfo::typeName).orElse("no such stream"),
                right.map(StreamInfo::typeName).orElse("no such stream"));
        return new StreamComparison(stream, inLeft, inRight, Math.max(inLeft, inRight), Optional.of(difference));
    }

    /** Whether all streams are equal. */
    public boolean isEqual() {
        return streams.stream().allMatch(StreamComparison::isEqual);
    }

    /** The earliest difference of all streams. */
    public Optional<Difference> first() {
        return streams.stream()
                .flatMap(stream -> stream.first().stream())
                .min(Comparator.comparingLong(Difference::nanos).thenComparing(Difference::stream));
    }
}
