package org.dimos.record.query;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dimos.msgs.geometry.Point;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.StreamInfo;
import org.dimos.record.replay.Filter;
import org.dimos.record.replay.ReplayOperator;
import org.dimos.record.selection.Area;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Summary;
import org.dimos.record.selection.Tag;

/**
 * The observations of a stream that are of interest, and what is made of them. An immutable value: each method gives
 * another query, and nothing is read before a result is asked for. Every operation works on what the ones before it
 * give; those that a recording's indexes can answer are left to it as long as only such came before. Observations come
 * by time unless {@link #orderBy} says otherwise. Payloads are decoded only where an operation looks at them.
 *
 * <p>Results throw {@link RecordingException} where the recording is damaged or gone; operations throw it at once where
 * they can give nothing sensible.
 *
 * @param <T> the type of the payloads
 */
public final class Query<T> {
    private static final int WHOLE = Spliterator.ORDERED | Spliterator.NONNULL;

    private final Rows rows;
    private final Selection selection;
    private final List<Stage> stages;
    private final Order order;
    private final boolean own;

    private Query(Rows rows, Selection selection, List<Stage> stages, Order order, boolean own) {
        this.rows = rows;
        this.selection = selection;
        this.stages = List.copyOf(stages);
        this.order = order;
        this.own = own;
    }

    static <T> Query<T> of(Rows rows) {
        return new Query<>(rows, Selection.all(), List.of(), Order.TIME, rows.isStored());
    }

    /** Those later than a time. */
    public Query<T> after(Instant time) {
        return condition(all -> all.from(EpochNanos.plus(EpochNanos.of(time), 1)));
    }

    /** Those earlier than a time. */
    public Query<T> before(Instant time) {
        return condition(all -> all.until(EpochNanos.of(time)));
    }

    /** Those from one time to another, both included. */
    public Query<T> timeRange(Instant from, Instant to) {
        return condition(all -> all.from(EpochNanos.of(from)).until(EpochNanos.plus(EpochNanos.of(to), 1)));
    }

    /** Those from one time to another, the second left out, counted from the first observation of this query. */
    public Query<T> timeRange(Duration from, Duration to) {
        requireTime("timeRange");
        long start = EpochNanos.length("a start", from);
        long end = EpochNanos.length("an end", to);
        OptionalLong first =
                stages.isEmpty() && selection.equals(Selection.all()) ? rows.firstNanos() : OptionalLong.empty();
        if (first.isPresent()) {
            long nanos = first.getAsLong();
            return condition(all -> all.from(EpochNanos.plus(nanos, start)).until(EpochNanos.plus(nanos, end)));
        }
        return keep("from " + from + " to " + to + " after the first", () -> new SinceFirst(start, end));
    }

    /** The one nearest to a time, if there is one within the tolerance; the earlier of two that are equally near. */
    public Query<T> at(Instant time, Duration tolerance) {
        long nanos = EpochNanos.of(time);
        long most = EpochNanos.length("a tolerance", tolerance);
        if (rows.isStored() && stages.isEmpty() && !selection.isCut()) {
            Rows nearest = new NearestRows(rows, selection.conditions(), time, most);
            return new Query<>(nearest, Selection.all(), stages, Order.TIME, own);
        }
        Query<T> around = condition(
                all -> all.from(EpochNanos.plus(nanos, -most)).until(EpochNanos.plus(EpochNanos.plus(nanos, most), 1)));
        return around.then(new Stage("nearest to " + time, false, () -> new NearestStep(nanos, most)));
    }

    /** Those whose pose is within a radius, in metres, of a place in the root frame. */
    public Query<T> near(Point place, double radius) {
        Area area = new Area(place, radius);
        return condition(all -> all.near(area));
    }

    /** The same with the place as three numbers. */
    public Query<T> near(double x, double y, double z, double radius) {
        return near(new Point(x, y, z), radius);
    }

    /** Those that have a tag of that value: a text, number or boolean. */
    public Query<T> tag(String key, Object value) {
        Tag tag = new Tag(key, value);
        return condition(all -> all.tag(tag));
    }

    /** Those that have all of these tags. */
    public Query<T> tags(Map<String, ?> tags) {
        Query<T> all = this;
        for (Map.Entry<String, ?> tag : tags.entrySet()) {
            all = all.tag(tag.getKey(), tag.getValue());
        }
        return all;
    }

    /** Those for which a predicate holds. */
    public Query<T> filter(Predicate<? super Observation<T>> predicate) {
        return keep("filter", () -> next -> predicate.test(typed(next)));
    }

    /** Those whose payload fulfils a predicate. */
    public Query<T> filterPayload(Predicate<? super T> predicate) {
        return keep(
                "filter payload",
                () -> next -> predicate.test(Query.<T>typed(next).payload()));
    }

    /** In another order. Those that are equal in it follow by id. */
    public Query<T> orderBy(Order newOrder) {
        Query<T> ordered = condition(all -> all.orderBy(newOrder));
        return new Query<>(rows, ordered.selection, ordered.stages, newOrder, own);
    }

    /** At most so many, the first. */
    public Query<T> limit(long count) {
        return cut(all -> all.limit(count));
    }

    /** All but the first so many. */
    public Query<T> offset(long count) {
        return cut(all -> all.offset(count));
    }

    /** Those from one number on to another, the second left out, counted from 0. */
    public Query<T> indexRange(long from, long to) {
        return limit(to).offset(from);
    }

    /** The first of every {@code n}. */
    public Query<T> downsample(int n) {
        return keep("one of " + n, Filter.everyNth(n).predicate());
    }

    /** At most {@code hertz} in a second of recorded time, as evenly as they come. */
    public Query<T> throttle(double hertz) {
        requireTime("throttle");
        return keep("at most " + hertz + " Hz", Filter.throttle(hertz).predicate());
    }

    /** With payloads made of the observations. */
    public <R> Query<R> map(Function<? super Observation<T>, ? extends R> change) {
        return this.<R>as().then(Stage.map("map", next -> next.withPayload(change.apply(typed(next)))));
    }

    /** With payloads made of the payloads. */
    public <R> Query<R> mapPayload(Function<? super T, ? extends R> change) {
        return map(observation -> change.apply(observation.payload()));
    }

    /** With a value that is carried from one to the next, as the payload of each: the value after it. */
    public <A> Query<A> scan(A seed, BiFunction<? super A, ? super Observation<T>, ? extends A> change) {
        return this.<A>as()
                .then(new Stage(
                        "scan", true, () -> new ScanStep<A>(seed, (value, next) -> change.apply(value, typed(next)))));
    }

    /** So many at a time; the last may be fewer. A window has the time, id and pose of its first. */
    public Query<List<Observation<T>>> window(int count) {
        return window(count, count);
    }

    /** So many at a time, a window beginning at every {@code step}th. */
    public Query<List<Observation<T>>> window(int count, int step) {
        CountWindow.check(count, step);
        return this.<List<Observation<T>>>as()
                .then(new Stage(
                        "windows of " + count + ", one every " + step, true, () -> new CountWindow(count, step)));
    }

    /** Those of a span of time at a time; spans follow each other from the first observation on, empty ones left out. */
    public Query<List<Observation<T>>> window(Duration length) {
        requireTime("window");
        long nanos = EpochNanos.length("a window", length);
        if (nanos == 0) {
            throw new RecordingException("a window of 0 s: it must be longer");
        }
        return this.<List<Observation<T>>>as()
                .then(new Stage("windows of " + length, true, () -> new TimeWindow(nanos)));
    }

    /** Each with the nearest observation of another query; without one within the tolerance it is left out. */
    public <U> Query<Aligned<T, U>> align(Query<U> other, Duration tolerance) {
        return this.<Aligned<T, U>>as()
                .then(align(
                        List.of(other),
                        tolerance,
                        (next, nearest) -> nearest.get(0)
                                .map(found -> next.withPayload(new Aligned<T, U>(typed(next), typed(found))))));
    }

    /** Each and the nearest observations of other queries, in this order; without all of them it is left out. */
    public Query<List<Observation<?>>> alignAll(List<? extends Query<?>> others, Duration tolerance) {
        return this.<List<Observation<?>>>as().then(align(others, tolerance, (next, nearest) -> {
            List<Observation<?>> together = new ArrayList<>(List.of(next));
            nearest.forEach(found -> found.ifPresent(together::add));
            return together.size() > others.size()
                    ? Optional.of(next.withPayload(List.copyOf(together)))
                    : Optional.empty();
        }));
    }

    /** With the pose of the nearest observation of another query, for streams whose messages carry none. */
    public Query<T> withPosesOf(Query<?> poses, Duration tolerance) {
        return then(align(
                List.of(poses),
                tolerance,
                (next, nearest) -> Optional.of(nearest.get(0)
                        .flatMap(Observation::pose)
                        .<Observation<?>>map(next::withPose)
                        .orElse(next))));
    }

    private Stage align(
            List<? extends Query<?>> others,
            Duration tolerance,
            BiFunction<Observation<?>, List<Optional<Observation<?>>>, Optional<Observation<?>>> together) {
        requireTime("align");
        for (Query<?> other : others) {
            other.requireTime("align");
        }
        long nanos = EpochNanos.length("a tolerance", tolerance);
        return new Stage("align within " + tolerance, false, () -> new AlignStep(others, nanos, together));
    }

    /** Reads through. To be closed. */
    public QueryCursor<T> open() {
        return new QueryCursor<>(rows, selection, stages);
    }

    /** All of them. */
    public List<Observation<T>> toList() {
        List<Observation<T>> list = new ArrayList<>();
        try (QueryCursor<T> cursor = open()) {
            cursor.forEachRemaining(list::add);
        }
        return list;
    }

    /** A stream over them. To be closed. */
    public Stream<Observation<T>> stream() {
        QueryCursor<T> cursor = open();
        Iterator<Observation<T>> observations = cursor;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(observations, WHOLE), false)
                .onClose(cursor::close);
    }

    /** A flow of them that reads as they are asked for, anew for each subscriber. */
    public Flowable<Observation<T>> flow() {
        return Flowable.generate(
                this::open,
                (cursor, emitter) -> {
                    if (cursor.hasNext()) {
                        emitter.onNext(cursor.next());
                    } else {
                        emitter.onComplete();
                    }
                },
                QueryCursor::close);
    }

    /** The first of them. */
    public Optional<Observation<T>> first() {
        try (QueryCursor<T> cursor = limit(1).open()) {
            return cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty();
        }
    }

    /** The last of them. */
    public Optional<Observation<T>> last() {
        if (stages.isEmpty() && !selection.isCut()) {
            return orderBy(order.reversed()).first();
        }
        Optional<Observation<T>> last = Optional.empty();
        try (QueryCursor<T> cursor = open()) {
            while (cursor.hasNext()) {
                last = Optional.of(cursor.next());
            }
        }
        return last;
    }

    /** How many there are. */
    public long count() {
        if (stages.isEmpty()) {
            return rows.count(selection);
        }
        long count = 0;
        try (QueryCursor<T> cursor = open()) {
            for (; cursor.hasNext(); count++) {
                cursor.next();
            }
        }
        return count;
    }

    /** Whether there is any. */
    public boolean exists() {
        return first().isPresent();
    }

    /** What they are like as a whole: count, span, rate, size, pauses. */
    public Summary summary() {
        if (stages.isEmpty()) {
            return rows.summary(selection);
        }
        try (QueryCursor<T> cursor = open()) {
            return Summary.of(cursor, order.equals(Order.TIME));
        }
    }

    /**
     * Those that are there, in the order of arrival, and then new ones as they are recorded, also by another process. It
     * never completes of itself, unless a {@link #limit} says so. What needs an end, such as an order, is refused.
     *
     * @param buffer what happens to observations that have to wait
     * @param poll how often to look for new ones
     * @param scheduler what looks for them, and gives them where some may be dropped
     */
    public Flowable<Observation<T>> live(LiveBuffer buffer, Duration poll, Scheduler scheduler) {
        List<Stage> all = new ArrayList<>();
        if (selection.isCut()) {
            all.add(Stage.select(selection.cuts()));
        }
        all.addAll(stages);
        all.stream().filter(stage -> !stage.endless()).findFirst().ifPresent(stage -> {
            throw new RecordingException("a live query never ends, so it cannot have '" + stage.words() + "'");
        });
        if (!selection.isByTime() && !selection.order().equals(Optional.of(Order.ID))) {
            throw new RecordingException("a live query gives observations as they arrive, not by "
                    + selection.order().orElse(Order.TIME));
        }
        Supplier<Tail> tails = () -> rows.tail(selection)
                .orElseThrow(() -> new RecordingException(rows.title() + " has no end that could be followed"));
        return LiveFlow.of(tails, all, buffer, poll, scheduler).map(Query::typed);
    }

    /**
     * Writes them as the one stream of a new recording, which appears when it is whole.
     *
     * @return how many there were
     * @throws RecordingException if the file exists or cannot be written, or payloads cannot be stored
     */
    public long saveTo(Path file, String stream) {
        return new Saving(file).alone(this, stream);
    }

    /**
     * Writes them as a further stream into a copy of a recording, which appears when it is whole.
     *
     * @return how many there were
     * @throws RecordingException if the file exists or cannot be written, the stream exists, or payloads cannot be stored
     */
    public long saveBeside(Recording recording, Path file, String stream) {
        return new Saving(file).beside(recording, this, stream);
    }

    /** The stream as it was recorded, where the payloads are still its own. */
    Optional<StreamInfo> recorded() {
        return own ? Optional.of(rows.recorded()) : Optional.empty();
    }

    /** What errors call it. */
    String title() {
        return "a query of " + rows.title();
    }

    /** What the recording does, and then what is done in memory, a line each. */
    public List<String> explain() {
        List<String> lines = new ArrayList<>();
        lines.add(rows.title());
        lines.add((rows.isStored() ? "in the file: " : "in memory: ") + selection);
        stages.forEach(stage -> lines.add("in memory: " + stage.words()));
        return lines;
    }

    @Override
    public String toString() {
        return String.join(" | ", explain());
    }

    /** The operations of this query on another flow of the same stream: for a replay. */
    ReplayOperator operator() {
        requireTime("a replay");
        Stage first = Stage.select(selection.unordered());
        return source -> {
            Iterator<Observation<?>> flow =
                    new StepIterator(source, first.step().get());
            for (Stage stage : stages) {
                flow = new StepIterator(flow, stage.step().get());
            }
            return flow;
        };
    }

    /** Adds to the last selection where that selects the same, else selects from what there is. */
    private Query<T> condition(UnaryOperator<Selection> change) {
        if (stages.isEmpty() && !selection.isCut()) {
            return new Query<>(rows, change.apply(selection), stages, order, own);
        }
        return then(Stage.select(change.apply(Selection.all())));
    }

    private Query<T> cut(UnaryOperator<Selection> change) {
        if (stages.isEmpty()) {
            return new Query<>(rows, change.apply(selection), stages, order, own);
        }
        return then(Stage.select(change.apply(Selection.all())));
    }

    private Query<T> keep(String words, Supplier<Predicate<Observation<?>>> predicate) {
        return then(Stage.keep(words, predicate));
    }

    private Query<T> then(Stage stage) {
        List<Stage> more = new ArrayList<>(stages);
        more.add(stage);
        return new Query<>(rows, selection, more, order, own);
    }

    /** A query of other payloads, by the stage that is added next. */
    private <R> Query<R> as() {
        return new Query<>(rows, selection, stages, order, false);
    }

    /** The same, known to be of payloads of a class; a payload that is not fails where it is used. */
    public <R> Query<R> as(Class<R> type) {
        requireNonNull(type, "type is null");
        return new Query<>(rows, selection, stages, order, own);
    }

    private void requireTime(String operation) {
        if (!order.equals(Order.TIME)) {
            throw new RecordingException(operation + " goes by time; it cannot follow an order by " + order);
        }
    }

    @SuppressWarnings("unchecked") // what comes out of a stage is what its query says
    private static <T> Observation<T> typed(Observation<?> observation) {
        return (Observation<T>) observation;
    }
}
