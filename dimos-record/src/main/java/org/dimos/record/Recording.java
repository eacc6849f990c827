package org.dimos.record;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.dimos.core.time.TimeControl;
import org.dimos.record.query.Queries;
import org.dimos.record.query.Query;
import org.dimos.record.replay.Filter;
import org.dimos.record.replay.FlowTransform;
import org.dimos.record.replay.GapSkipping;
import org.dimos.record.replay.Loop;
import org.dimos.record.replay.Mapping;
import org.dimos.record.replay.PlayOptions;
import org.dimos.record.replay.Playback;
import org.dimos.record.replay.ReplayOperator;
import org.dimos.record.replay.StreamView;
import org.dimos.record.replay.Window;

/**
 * A recording and how it is to be played. An immutable value: each method gives another view of the same file, which is
 * never changed. The window ({@link #seek}, {@link #duration}) cuts what was recorded; the operators then work on what
 * is left, in the order in which they were added, in recorded time.
 *
 * <p>Methods that name a stream take its current name, after {@link #rename}, and throw {@link RecordingException} with
 * the nearest name there is if there is no such stream.
 */
public final class Recording {
    /** What the name of a stream ends with that is played beside a new one of its name. */
    public static final String BESIDE = "@recorded";

    private final RecordingSource source;
    private final List<StreamInfo> recorded;
    private final Optional<RunInfo> run;
    private final StreamViews streams;
    private final ReplayOperator whole;
    private final Window window;
    private final PlayOptions options;

    private Recording(
            RecordingSource source,
            List<StreamInfo> recorded,
            Optional<RunInfo> run,
            StreamViews streams,
            ReplayOperator whole,
            Window window,
            PlayOptions options) {
        this.source = source;
        this.recorded = recorded;
        this.run = run;
        this.streams = streams;
        this.whole = whole;
        this.window = window;
        this.options = options;
    }

    /**
     * Opens a recording to look at it; holds no file open afterwards.
     *
     * @throws RecordingException if the file is missing, unreadable or no recording
     */
    public static Recording open(Path file) {
        return of(new FileSource(file));
    }

    /** The same for what is not one file. */
    public static Recording of(RecordingSource source) {
        try (RecordingReader opened = source.open()) {
            List<StreamInfo> streams = opened.streams();
            return new Recording(
                    source,
                    streams,
                    opened.run(),
                    StreamViews.of(source.name(), streams),
                    ReplayOperator.identity(),
                    Window.of(streams),
                    PlayOptions.USUAL);
        }
    }

    /** The same with the path as text. */
    public static Recording open(String file) {
        return open(Path.of(file));
    }

    /** Where it comes from. */
    public RecordingSource source() {
        return source;
    }

    /** What errors and tables call it: the path of its file or folder. */
    public String name() {
        return source.name();
    }

    /** What the file holds, whatever this view makes of it. */
    public List<StreamInfo> recorded() {
        return recorded;
    }

    /** What ran when the recording was made, where the file says so. */
    public Optional<RunInfo> run() {
        return run;
    }

    /** The same window of the file as it is, without what this view makes of it. */
    Recording asRecorded() {
        return new Recording(
                source,
                recorded,
                run,
                StreamViews.of(source.name(), recorded),
                ReplayOperator.identity(),
                window,
                PlayOptions.USUAL);
    }

    /** The spans that edits took out of what was recorded. Reads the source. */
    public List<Gap> gaps() {
        try (RecordingReader opened = source.open()) {
            return opened.gaps();
        }
    }

    /** The streams as this view plays them. */
    public List<StreamView> streams() {
        return streams.all();
    }

    /** How a player begins to play it. */
    public PlayOptions options() {
        return options;
    }

    /** The part of the recorded time that is played. */
    public Window window() {
        return window;
    }

    /** What the clock of a replay says when it begins, nanoseconds since the epoch. */
    public long startNanos() {
        long earliest =
                streams.all().stream().mapToLong(StreamView::shiftNanos).min().orElse(0);
        return window.startNanos() + Math.min(0, earliest);
    }

    /** How much recorded time one round of a loop takes: the window, and what streams are moved out of it. */
    public long loopNanos() {
        long latest =
                streams.all().stream().mapToLong(StreamView::shiftNanos).max().orElse(0);
        return window.endNanos() + Math.max(0, latest) - startNanos();
    }

    /** Starts that far after the beginning. */
    public Recording seek(Duration offset) {
        return withWindow(window.seek(offset));
    }

    /** Ends that long after where it starts. */
    public Recording duration(Duration length) {
        return withWindow(window.limit(length));
    }

    /** Plays faster (above 1) or slower. */
    public Recording speed(double factor) {
        if (Double.isInfinite(factor)) {
            throw new RecordingException("speed is " + factor + "; for no limit there is asFastAsPossible()");
        }
        return withOptions(options.withSpeed(factor));
    }

    /**
     * Plays as fast as the modules can follow, and loses nothing: the clock goes from message to message and timer to
     * timer, each once all modules have handled what was before.
     */
    public Recording asFastAsPossible() {
        return withOptions(options.withSpeed(TimeControl.FREE));
    }

    /** Does not begin to play before the player is told to. */
    public Recording paused() {
        return withOptions(options.withPause());
    }

    /**
     * Watches the clock for that long before each message instead of sleeping: more exact, at the cost of a processor.
     */
    public Recording spin(Duration time) {
        return withOptions(options.withSpin(time));
    }

    /**
     * Jumps over the gaps that edits noted, as far as all streams that are played have them: the clock jumps, and modules
     * are told.
     */
    public Recording skipGaps() {
        return skipGaps(GapSkipping.NOTED);
    }

    /**
     * The same, and jumps over the rest of the time to the next message wherever none comes for longer.
     *
     * @param longest the longest time without a message that is played
     */
    public Recording skipGaps(Duration longest) {
        return skipGaps(GapSkipping.above(longest));
    }

    /** Jumps over what the value says. */
    public Recording skipGaps(GapSkipping skipping) {
        return withOptions(options.withSkipping(skipping));
    }

    /** Starts over at the end: all streams together, after the length of the window. */
    public Recording loop() {
        return withOptions(options.withLoop(Loop.ALL));
    }

    /**
     * Plays from one mark to another again and again, once it gets there.
     *
     * @param from counted from where this view starts
     * @param to where it ends; a message at this very time does not belong to it
     */
    public Recording loop(Duration from, Duration to) {
        return loop(Loop.between(from, to));
    }

    /** Repeats what the value says. */
    public Recording loop(Loop loop) {
        loop.marks().filter(marks -> marks.from().toNanos() >= loopNanos()).ifPresent(marks -> {
            throw new RecordingException(
                    "a loop from " + marks.from().toMillis() / 1000.0 + " s begins behind the end of " + name()
                            + ", which lasts " + Math.round(loopNanos() / 1e6) / 1000.0 + " s");
        });
        return withOptions(options.withLoop(loop));
    }

    /** Plays the last message of these streams again wherever playing begins, as it does by itself for tf_static. */
    public Recording latched(String... patterns) {
        Predicate<StreamView> meant = streams.matchingAny(patterns);
        return withStreams(streams.map(view -> meant.test(view) ? view.holding() : view));
    }

    /** Plays only the streams whose names match one of the patterns. */
    public Recording only(String... patterns) {
        return withStreams(streams.filter(streams.matchingAny(patterns)));
    }

    /** Leaves out the streams whose names match one of the patterns. */
    public Recording without(String... patterns) {
        return withStreams(streams.filter(streams.matchingAny(patterns).negate()));
    }

    /** Plays a stream under another name. */
    public Recording rename(String stream, String newName) {
        return withStreams(streams.renamed(stream, newName));
    }

    /**
     * Plays streams beside those of the same names, which modules then publish anew: {@code global_map} is played as
     * {@code global_map@recorded}.
     */
    public Recording beside(String... names) {
        Recording result = this;
        for (String name : names) {
            result = result.rename(name, name + BESIDE);
        }
        return result;
    }

    /** Plays the first of every {@code n} messages of a stream. */
    public Recording everyNth(String stream, int n) {
        return change(stream, view -> view.with(Filter.everyNth(n)));
    }

    /** Plays the first of every {@code n} messages of each stream. */
    public Recording everyNth(int n) {
        return changeAll(view -> view.with(Filter.everyNth(n)));
    }

    /** Plays at most {@code hertz} messages of a stream in a second of recorded time. */
    public Recording throttle(String stream, double hertz) {
        return change(stream, view -> view.with(Filter.throttle(hertz)));
    }

    /** Plays at most {@code hertz} messages of each stream in a second of recorded time. */
    public Recording throttle(double hertz) {
        return changeAll(view -> view.with(Filter.throttle(hertz)));
    }

    /** Moves a stream against the others in time, later if positive. */
    public Recording shift(String stream, Duration shift) {
        return change(stream, view -> view.shifted(shift));
    }

    /** Moves all streams in time, later if positive. */
    public Recording shift(Duration shift) {
        return changeAll(view -> view.shifted(shift));
    }

    /** Plays the messages of a stream for which the predicate holds. */
    public <T> Recording filter(String stream, Class<T> type, Predicate<? super T> predicate) {
        return changeTyped(
                stream,
                type,
                view -> view.with(new Filter(() -> observation -> predicate.test(type.cast(observation.payload())))));
    }

    /** Plays the observations, of all streams, for which the predicate holds. */
    public Recording filter(Predicate<? super Observation<?>> predicate) {
        return withWhole(new Filter(() -> predicate::test));
    }

    /** Plays changed messages of the same type. */
    public <T> Recording map(String stream, Class<T> type, UnaryOperator<T> change) {
        return map(stream, type, type, change);
    }

    /** Plays messages of another type, made of the recorded ones. */
    public <T, R> Recording map(
            String stream, Class<T> type, Class<R> newType, Function<? super T, ? extends R> change) {
        Mapping mapping =
                new Mapping(observation -> observation.withPayload(change.apply(type.cast(observation.payload()))));
        return changeTyped(stream, type, view -> view.with(mapping, newType));
    }

    /** Plays changed observations. Their streams and the types of their payloads must stay. */
    public Recording map(UnaryOperator<Observation<?>> change) {
        return withWhole(new Mapping(change));
    }

    /** Plays what RxJava operators make of a stream; those that keep time need the other form. */
    public <T> Recording transform(String stream, Class<T> type, UnaryOperator<Flowable<T>> operators) {
        return transform(stream, type, type, (messages, time) -> operators.apply(messages));
    }

    /**
     * Plays what RxJava operators make of a stream.
     *
     * @param operators given the messages and the scheduler of recorded time, for operators that keep time
     */
    public <T, R> Recording transform(
            String stream, Class<T> type, Class<R> newType, BiFunction<Flowable<T>, Scheduler, Flowable<R>> operators) {
        return changeTyped(stream, type, view -> view.with(FlowTransform.ofPayloads(type, operators), newType));
    }

    /** Plays what RxJava operators make of all streams together, in recorded time. */
    public Recording transform(
            BiFunction<Flowable<Observation<?>>, Scheduler, Flowable<? extends Observation<?>>> operators) {
        return withWhole(new FlowTransform(operators));
    }

    /**
     * The messages of a stream as a lazy sequence that can be searched, narrowed and changed: what is stored, within this
     * view's window, or what this view's operators make of it.
     */
    public Query<Object> query(String stream) {
        StreamView view = streams.get(stream);
        boolean asStored = !view.changed() && view.shiftNanos() == 0 && whole == ReplayOperator.identity();
        return asStored
                ? Queries.ofStored(source, view.source(), stream, window)
                : Queries.ofPlayed(this, view.source(), stream);
    }

    /** The same for payloads of a class. */
    public <T> Query<T> query(String stream, Class<T> type) {
        StreamView unusedView = streams.get(stream, type);
        return query(stream).as(type);
    }

    /**
     * Plays what a query makes of a stream, which must leave the order of time and the type of the payloads as they are.
     */
    public Recording where(String stream, UnaryOperator<Query<Object>> query) {
        return change(stream, view -> view.with(Queries.operator(this, view.source(), stream, query)));
    }

    /** The same for payloads of a class. */
    public <T> Recording where(String stream, Class<T> type, UnaryOperator<Query<T>> query) {
        return changeTyped(
                stream,
                type,
                view -> view.with(Queries.operator(
                        this,
                        view.source(),
                        stream,
                        all -> query.apply(all.as(type)).as(Object.class))));
    }

    /** What this view plays, once, from its beginning to its end. To be closed. */
    public Playback play() {
        return play(stream -> true);
    }

    /**
     * The same as far as it is needed for some streams: reads only these, unless operators work on the whole recording.
     *
     * @param wanted tells by its name whether a stream is needed
     */
    public Playback play(Predicate<String> wanted) {
        return playFrom(Long.MIN_VALUE, wanted);
    }

    /**
     * The same from a position on: before anything else come the values that hold there, under the time at which they
     * were said; then what is played at that time or later. Operators start anew.
     *
     * @param nanos the position, nanoseconds since the epoch
     */
    public Playback playFrom(long nanos, Predicate<String> wanted) {
        boolean all = whole != ReplayOperator.identity();
        List<StreamView> needed = streams.all().stream()
                .filter(stream -> all || wanted.test(stream.name()))
                .toList();
        return Playback.open(source, needed, whole, window, nanos);
    }

    /**
     * Begins to edit what this was made of: the whole of it, whatever this view plays. Of a preview it goes on with the
     * edits that were previewed.
     */
    public Edit edit() {
        return Edit.of(source, recorded);
    }

    private Recording withWindow(Window newWindow) {
        return new Recording(source, recorded, run, streams, whole, newWindow, options);
    }

    private Recording withOptions(PlayOptions newOptions) {
        return new Recording(source, recorded, run, streams, whole, window, newOptions);
    }

    private Recording withStreams(StreamViews newStreams) {
        return new Recording(source, recorded, run, newStreams, whole, window, options);
    }

    private Recording withWhole(ReplayOperator operator) {
        StreamViews changed = streams.map(view -> view.with(ReplayOperator.identity()));
        return new Recording(source, recorded, run, changed, whole.then(operator), window, options);
    }

    private Recording changeAll(UnaryOperator<StreamView> change) {
        return withStreams(streams.map(change));
    }

    private Recording change(String stream, UnaryOperator<StreamView> change) {
        return withStreams(streams.change(stream, change));
    }

    private Recording changeTyped(String stream, Class<?> type, UnaryOperator<StreamView> change) {
        StreamView unusedView = streams.get(stream, type);
        return change(stream, change);
    }
}
