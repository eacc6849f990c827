package org.dimos.record;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dimos.core.text.Nearest;
import org.dimos.record.edit.EditStep;
import org.dimos.record.edit.EditStep.DeleteRange;
import org.dimos.record.edit.EditStep.RemoveStream;
import org.dimos.record.edit.EditStep.Rename;
import org.dimos.record.edit.EditStep.Trim;
import org.dimos.record.edit.EditedSource;
import org.dimos.record.edit.SaveOptions;
import org.dimos.record.edit.Saved;
import org.dimos.record.edit.Saving;
import org.dimos.record.replay.Window;
import org.dimos.record.sqlite.StreamSpec;

/**
 * A list of edits of a recording. An immutable value: each method gives another list; the recording itself changes when
 * the list is saved, and not before. Time stamps never change: what is deleted leaves a {@link Gap}.
 *
 * <p>Spans of time include their start and leave out their end; a {@code Duration} counts from the start of the
 * recording as it was before any edit. Streams go by the names they have after the edits before; none named means all of
 * them. Every method that adds an edit throws {@link RecordingException} if there is no such stream or span.
 */
public final class Edit {
    private final RecordingSource source;
    private final List<StreamInfo> recorded;
    private final List<EditStep> steps;
    private final int applied;

    private Edit(RecordingSource source, List<StreamInfo> recorded, List<EditStep> steps, int applied) {
        this.source = source;
        this.recorded = recorded;
        this.steps = List.copyOf(steps);
        this.applied = applied;
    }

    static Edit of(RecordingSource source, List<StreamInfo> recorded) {
        if (source instanceof EditedSource edited) {
            List<StreamInfo> original = Recording.of(edited.source()).recorded();
            return new Edit(
                    edited.source(), original, edited.steps(), edited.steps().size());
        }
        return new Edit(source, recorded, List.of(), 0);
    }

    /** What is edited. */
    public RecordingSource source() {
        return source;
    }

    /** The edits in their order, without those that were undone. */
    public List<EditStep> steps() {
        return steps.subList(0, applied);
    }

    /** What the streams are called after these edits. */
    public List<String> streams() {
        List<String> names =
                new ArrayList<>(recorded.stream().map(StreamInfo::name).toList());
        for (EditStep step : steps()) {
            if (step instanceof RemoveStream removed) {
                names.remove(removed.stream());
            } else if (step instanceof Rename rename) {
                names.replaceAll(name -> name.equals(rename.stream()) ? rename.newName() : name);
            }
        }
        return List.copyOf(names);
    }

    /** Keeps a span of the recording, or of some streams. A value that still holds at its start is kept too. */
    public Edit trim(Duration from, Duration to, String... streams) {
        return trim(moment(from), moment(to), streams);
    }

    /** Keeps a span of the recording, or of some streams. A value that still holds at its start is kept too. */
    public Edit trim(Instant from, Instant to, String... streams) {
        checkOrder(from, to);
        return inside(from, to, new Trim(known(streams), nanos(from), nanos(to)));
    }

    /** Removes a span of the recording, or of some streams. */
    public Edit deleteRange(Duration from, Duration to, String... streams) {
        return deleteRange(moment(from), moment(to), streams);
    }

    /** Removes a span of the recording, or of some streams. */
    public Edit deleteRange(Instant from, Instant to, String... streams) {
        checkOrder(from, to);
        return inside(from, to, new DeleteRange(known(streams), nanos(from), nanos(to)));
    }

    /** Removes a stream. */
    public Edit removeStream(String stream) {
        return with(new RemoveStream(known(stream).get(0)));
    }

    /** Gives a stream another name. */
    public Edit rename(String stream, String newName) {
        known(stream);
        StreamSpec.checkName(newName);
        if (streams().contains(newName)) {
            throw new RecordingException("stream '" + stream + "' cannot be renamed to '" + newName + "': "
                    + source.name() + " has a stream of that name; remove it first");
        }
        return with(new Rename(stream, newName));
    }

    public boolean canUndo() {
        return applied > 0;
    }

    public boolean canRedo() {
        return applied < steps.size();
    }

    /** Takes the last edit back; without one the same list. */
    public Edit undo() {
        return new Edit(source, recorded, steps, Math.max(0, applied - 1));
    }

    /** Takes back that an edit was taken back. The next new edit forgets what was undone. */
    public Edit redo() {
        return new Edit(source, recorded, steps, Math.min(steps.size(), applied + 1));
    }

    /** The recording as it would be saved: what is done with it is the same as with the saved one. Reads the source. */
    public Recording preview() {
        return Recording.of(new EditedSource(source, steps()));
    }

    /** Replaces the file, all or nothing, and keeps the original beside it. */
    public Saved save() {
        return save(new SaveOptions());
    }

    /**
     * Replaces the file, all or nothing.
     *
     * @throws RecordingException if the recording is not one file, someone else has it open, or it cannot be written
     */
    public Saved save(SaveOptions options) {
        if (source instanceof FileSource file) {
            return Saving.replace(file.path(), steps(), options);
        }
        throw new RecordingException(source.name() + " is not one file and is not replaced; save it as a new one");
    }

    /** Writes a new file. */
    public Saved saveAs(Path target) {
        return saveAs(target, new SaveOptions());
    }

    /**
     * Writes a new file, which appears when it is complete.
     *
     * @throws RecordingException if the file exists or cannot be written
     */
    public Saved saveAs(Path target, SaveOptions options) {
        return Saving.create(new EditedSource(source, steps()), requireNonNull(target, "target is null"), options);
    }

    private Edit with(EditStep step) {
        List<EditStep> more = new ArrayList<>(steps());
        more.add(step);
        return new Edit(source, recorded, more, more.size());
    }

    private List<String> known(String... names) {
        List<String> streams = streams();
        for (String name : names) {
            if (!streams.contains(name)) {
                throw new RecordingException(
                        "stream '" + name + "' is not in " + source.name() + Nearest.hint(name, streams));
            }
        }
        return List.of(names);
    }

    private Instant moment(Duration offset) {
        return Instant.ofEpochSecond(0, Window.of(recorded).startNanos()).plus(offset);
    }

    private static void checkOrder(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new RecordingException("a span from " + from + " to " + to + " holds nothing; its end must be later");
        }
    }

    private Edit inside(Instant from, Instant to, EditStep step) {
        Window window = Window.of(recorded);
        if (nanos(from) >= window.endNanos() || nanos(to) <= window.startNanos()) {
            throw new RecordingException(
                    "cannot " + step.describe(window.startNanos()) + ": " + source.name() + " goes from "
                            + Instant.ofEpochSecond(0, window.startNanos()) + " to "
                            + Instant.ofEpochSecond(0, window.endNanos()) + ", "
                            + Math.round(window.length().toNanos() / 1e6) / 1000.0 + " s");
        }
        return with(step);
    }

    private static long nanos(Instant moment) {
        try {
            return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
        } catch (ArithmeticException e) {
            return moment.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** A line for each edit. */
    @Override
    public String toString() {
        long start = Window.of(recorded).startNanos();
        List<String> lines = new ArrayList<>();
        for (EditStep step : steps()) {
            lines.add((lines.size() + 1) + ". " + step.describe(start));
        }
        return String.join("\n", lines);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edit edit
                && source.equals(edit.source)
                && steps.equals(edit.steps)
                && applied == edit.applied;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, steps, applied);
    }
}
