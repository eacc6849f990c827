package org.dimos.record.selection;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;

/**
 * Which observations of a stream are meant, and in which order. An immutable value. The conditions come first, then the
 * order, then {@code offset} observations are passed over and at most {@code limit} are given.
 *
 * @param fromNanos the earliest time, nanoseconds since the epoch; {@link Long#MIN_VALUE} for no bound
 * @param toNanos the time all must be before; {@link Long#MAX_VALUE} for no bound
 * @param afterId the id all must be above; {@link Long#MIN_VALUE} for no bound
 * @param tags what their tags must be
 * @param areas where the robot must have been; an observation without a pose was nowhere
 * @param order the order; empty for the one they come in, which is by time in a recording
 * @param offset how many are passed over
 * @param limit how many there are at most; {@link Long#MAX_VALUE} for no bound
 */
public record Selection(
        long fromNanos,
        long toNanos,
        long afterId,
        List<Tag> tags,
        List<Area> areas,
        Optional<Order> order,
        long offset,
        long limit) {
    private static final Selection ALL = new Selection(
            Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, List.of(), List.of(), Optional.empty(), 0, Long.MAX_VALUE);

    public Selection {
        tags = List.copyOf(tags);
        areas = List.copyOf(areas);
        requireNonNull(order, "order is null");
        if (offset < 0 || limit < 0) {
            throw new RecordingException((offset < 0 ? "an offset of " + offset : "a limit of " + limit)
                    + " observations: it must be at least 0");
        }
    }

    /** Every observation. */
    public static Selection all() {
        return ALL;
    }

    /** Those of these from a time on. */
    public Selection from(long nanos) {
        return new Selection(Math.max(fromNanos, nanos), toNanos, afterId, tags, areas, order, offset, limit);
    }

    /** Those of these before a time. */
    public Selection until(long nanos) {
        return new Selection(fromNanos, Math.min(toNanos, nanos), afterId, tags, areas, order, offset, limit);
    }

    /** Those of these with ids above one. */
    public Selection afterId(long id) {
        return new Selection(fromNanos, toNanos, Math.max(afterId, id), tags, areas, order, offset, limit);
    }

    /** Those of these with a tag. */
    public Selection tag(Tag tag) {
        return new Selection(fromNanos, toNanos, afterId, with(tags, tag), areas, order, offset, limit);
    }

    /** Those of these at a place. */
    public Selection near(Area area) {
        return new Selection(fromNanos, toNanos, afterId, tags, with(areas, area), order, offset, limit);
    }

    /** These in another order. */
    public Selection orderBy(Order newOrder) {
        return new Selection(fromNanos, toNanos, afterId, tags, areas, Optional.of(newOrder), offset, limit);
    }

    /** At most so many of these, the first. */
    public Selection limit(long count) {
        return new Selection(fromNanos, toNanos, afterId, tags, areas, order, offset, Math.min(limit, count));
    }

    /** These but the first so many. */
    public Selection offset(long count) {
        long sum = offset + count;
        long newOffset = count >= 0 && sum < 0 ? Long.MAX_VALUE : sum;
        long newLimit = limit == Long.MAX_VALUE ? limit : Math.max(0, limit - Math.max(0, count));
        return new Selection(fromNanos, toNanos, afterId, tags, areas, order, count < 0 ? count : newOffset, newLimit);
    }

    private static <E> List<E> with(List<E> list, E element) {
        List<E> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    /** These in the order they come in. */
    public Selection unordered() {
        return new Selection(fromNanos, toNanos, afterId, tags, areas, Optional.empty(), offset, limit);
    }

    /** The conditions alone: all that fulfil them, in the order they come in. */
    public Selection conditions() {
        return new Selection(fromNanos, toNanos, afterId, tags, areas, Optional.empty(), 0, Long.MAX_VALUE);
    }

    /** What is passed over and cut off alone, with no conditions. */
    public Selection cuts() {
        return new Selection(
                Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, List.of(), List.of(), Optional.empty(), offset, limit);
    }

    /** Whether some are passed over or cut off, so that a further condition would select others. */
    public boolean isCut() {
        return offset > 0 || limit < Long.MAX_VALUE;
    }

    /** Whether nothing is asked but a span of time, in order of time. */
    public boolean isSpan() {
        return conditions().equals(ALL.from(fromNanos).until(toNanos)) && isByTime() && !isCut();
    }

    /** Whether they come by time, the earliest first. */
    public boolean isByTime() {
        return order.map(Order.TIME::equals).orElse(true);
    }

    /** Whether an observation fulfils the conditions. Looks at its tags only if it has to. */
    public boolean matches(Observation<?> observation) {
        long time = observation.timestampNanos();
        return time >= fromNanos
                && (time < toNanos || toNanos == Long.MAX_VALUE)
                && observation.id() > afterId
                && areas.stream().allMatch(area -> area.contains(observation))
                && tags.stream().allMatch(tag -> tag.matches(observation));
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (fromNanos != Long.MIN_VALUE) {
            parts.add("time from " + fromNanos + " ns");
        }
        if (toNanos != Long.MAX_VALUE) {
            parts.add("time before " + toNanos + " ns");
        }
        if (afterId != Long.MIN_VALUE) {
            parts.add("id above " + afterId);
        }
        tags.forEach(tag -> parts.add("tag " + tag));
        areas.forEach(area -> parts.add(area.toString()));
        order.ifPresent(by -> parts.add("order by " + by));
        if (offset > 0) {
            parts.add("offset " + offset);
        }
        if (limit < Long.MAX_VALUE) {
            parts.add("limit " + limit);
        }
        return parts.isEmpty() ? "all" : String.join(", ", parts);
    }
}
