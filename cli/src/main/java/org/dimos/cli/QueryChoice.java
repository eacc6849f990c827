package org.dimos.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dimos.record.Recording;
import org.dimos.record.query.Query;
import org.dimos.record.selection.Area;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Tag;
import picocli.CommandLine.Option;

/** The options of {@code query} that say which observations are meant. */
final class QueryChoice {
    @Option(
            names = "--after",
            paramLabel = "T",
            converter = TimePoint.Converter.class,
            description = "Those later than T: seconds from the start, or a moment such as 2026-11-21T08:30:00Z.")
    private Optional<TimePoint> after = Optional.empty();

    @Option(
            names = "--before",
            paramLabel = "T",
            converter = TimePoint.Converter.class,
            description = "Those earlier than T.")
    private Optional<TimePoint> before = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "T",
            converter = TimePoint.Converter.class,
            description = "The one nearest to T.")
    private Optional<TimePoint> at = Optional.empty();

    @Option(
            names = "--within",
            paramLabel = "S",
            converter = Seconds.class,
            defaultValue = "1",
            description = "How far from T, or from the pose taken from another stream, at most (1).")
    private Duration within = Duration.ofSeconds(1);

    @Option(
            names = "--poses-of",
            paramLabel = "STREAM",
            description = "Takes poses from another stream, for messages that carry none.")
    private Optional<String> poses = Optional.empty();

    @Option(
            names = "--near",
            paramLabel = "X,Y,Z,R",
            converter = NearConverter.class,
            description = "Those whose pose is within R metres of a place.")
    private List<Area> near = List.of();

    @Option(
            names = "--tag",
            paramLabel = "K=V",
            converter = TagConverter.class,
            description = "Those with that tag: scene=kitchen, level=3, good=true; several must all hold.")
    private List<Tag> tags = List.of();

    @Option(names = "--every", paramLabel = "N", description = "The first of every N.")
    private Optional<Integer> every = Optional.empty();

    @Option(names = "--rate", paramLabel = "HZ", description = "At most HZ in a second of recorded time.")
    private Optional<Double> rate = Optional.empty();

    @Option(names = "--desc", description = "The latest first.")
    private boolean descending;

    @Option(names = "--offset", paramLabel = "N", description = "Passes over the first N.")
    private long offset;

    @Option(names = "--limit", paramLabel = "N", description = "At most N.")
    private Optional<Long> limit = Optional.empty();

    /** The observations meant. What is narrowed comes first, then thinned out, then ordered and cut. */
    Query<Object> of(Recording recording, String stream) {
        long start = recording.window().startNanos();
        Query<Object> query = recording.query(stream);
        query = after.map(moment(start)).map(query::after).orElse(query);
        query = before.map(moment(start)).map(query::before).orElse(query);
        for (Tag tag : tags) {
            query = query.tag(tag.key(), tag.value());
        }
        if (poses.isPresent()) {
            query = query.withPosesOf(recording.query(poses.get()), within);
        }
        for (Area area : near) {
            query = query.near(area.center(), area.radius());
        }
        Query<Object> placed = query;
        query = at.map(moment(start)).map(time -> placed.at(time, within)).orElse(query);
        query = every.map(query::downsample).orElse(query);
        query = rate.map(query::throttle).orElse(query);
        query = descending ? query.orderBy(Order.TIME.reversed()) : query;
        query = offset == 0 ? query : query.offset(offset);
        return limit.map(query::limit).orElse(query);
    }

    private static Function<TimePoint, Instant> moment(long start) {
        return point -> Instant.ofEpochSecond(0, point.resolve(start));
    }
}
