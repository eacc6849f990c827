package org.dimos.record.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dimos.record.Gap;

/** Lists of gaps: in the order of time, those of one stream apart from each other. */
final class Gaps {
    private static final Comparator<Gap> ORDER = Comparator.comparing(
                    (Gap gap) -> gap.stream().orElse(""))
            .thenComparingLong(Gap::fromNanos)
            .thenComparingLong(Gap::toNanos);

    private Gaps() {}

    /** The gaps with those merged that touch each other. */
    static List<Gap> merged(List<Gap> gaps) {
        List<Gap> merged = new ArrayList<>();
        for (Gap gap : gaps.stream().sorted(ORDER).toList()) {
            Gap last = merged.isEmpty() ? gap : merged.get(merged.size() - 1);
            if (!merged.isEmpty() && last.stream().equals(gap.stream()) && gap.fromNanos() <= last.toNanos()) {
                long to = Math.max(last.toNanos(), gap.toNanos());
                merged.set(merged.size() - 1, new Gap(gap.stream(), last.fromNanos(), to));
            } else {
                merged.add(gap);
            }
        }
        merged.sort(Comparator.comparingLong(Gap::fromNanos)
                .thenComparingLong(Gap::toNanos)
                .thenComparing(gap -> gap.stream().orElse("")));
        return List.copyOf(merged);
    }

    /** One more gap, of some streams or of all. */
    static List<Gap> with(List<Gap> gaps, List<String> streams, long fromNanos, long toNanos) {
        if (fromNanos >= toNanos) {
            return gaps;
        }
        List<Gap> more = new ArrayList<>(gaps);
        if (streams.isEmpty()) {
            more.add(new Gap(Optional.empty(), fromNanos, toNanos));
        }
        streams.forEach(stream -> more.add(new Gap(Optional.of(stream), fromNanos, toNanos)));
        return merged(more);
    }

    /** What of the gaps lies within a span, where they are meant. */
    static List<Gap> within(List<Gap> gaps, Predicate<Gap> meant, long fromNanos, long toNanos) {
        return merged(gaps.stream()
                .flatMap(gap -> meant.test(gap) ? gap.within(fromNanos, toNanos).stream() : Stream.of(gap))
                .toList());
    }
}
