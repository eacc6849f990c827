package org.dimos.cli.studio.state;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dimos.cli.studio.state.Dialogue.Purpose;
import org.dimos.cli.studio.state.Playhead.Status;
import org.dimos.record.Edit;
import org.dimos.record.RecordingException;

/** The steps of marking and editing. */
public final class Editing {
    private static final String MARK_FIRST = "nothing is marked; 'i' and 'o' mark where it begins and ends";

    private Editing() {}

    static Next markIn(StudioState state) {
        return Playing.onRecording(
                state,
                document -> mark(state, marks -> marks.withIn(state.playhead().nanos())));
    }

    static Next markOut(StudioState state) {
        return Playing.onRecording(
                state,
                document -> mark(state, marks -> marks.withOut(state.playhead().nanos())));
    }

    static Next clearMarks(StudioState state) {
        return mark(state, marks -> Marks.NONE);
    }

    private static Next mark(StudioState state, UnaryOperator<Marks> change) {
        TimeView time = state.time();
        return Next.of(state.with(time.withMarks(change.apply(time.marks()))));
    }

    static Next trim(StudioState state) {
        return onMarked(state, (edit, marked) -> edit.trim(instant(marked.fromNanos()), instant(marked.toNanos())));
    }

    static Next cut(StudioState state) {
        String[] streams = new TreeSet<>(state.outline().selected()).toArray(String[]::new);
        return onMarked(
                state,
                (edit, marked) -> edit.deleteRange(instant(marked.fromNanos()), instant(marked.toNanos()), streams));
    }

    private static Next onMarked(StudioState state, Change change) {
        return Playing.onRecording(
                state,
                document -> state.marked()
                        .map(marked -> {
                            Next next = edited(state, document, () -> change.of(document.edit(), marked));
                            return next.state().front().notice().isError() ? next : next.then(Editing::clearMarks);
                        })
                        .orElseGet(() -> Next.of(state.say(Notice.error(MARK_FIRST)))));
    }

    static Next undo(StudioState state) {
        return Playing.onRecording(
                state,
                document -> document.edit().canUndo()
                        ? edited(state, document, () -> document.edit().undo())
                        : Next.of(state.say(Notice.info("there is nothing to undo"))));
    }

    static Next redo(StudioState state) {
        return Playing.onRecording(
                state,
                document -> document.edit().canRedo()
                        ? edited(state, document, () -> document.edit().redo())
                        : Next.of(state.say(Notice.info("there is nothing to redo"))));
    }

    /** What is played is what is seen. */
    private static Next edited(StudioState state, Document document, Supplier<Edit> change) {
        if (state.front().isBusy()) {
            return Next.of(state.say(Notice.error("wait until it is saved")));
        }
        Edit edit;
        try {
            edit = change.get();
        } catch (RecordingException e) {
            return Next.of(state.say(Notice.error(String.valueOf(e.getMessage()))));
        }
        Document edited = document.with(edit);
        Playhead head = state.playhead();
        Playhead inside = head.at(edited.kept().nearest(head.nanos()));
        StudioState next = state.with(edited)
                .with(inside.isPlaying() ? inside : inside.with(Status.STOP))
                .say(Notice.info(describe(document.edit(), edit)));
        if (inside.isPlaying()) {
            return Next.of(next).and(new Effect.Play(edit, inside.nanos(), inside.speed()));
        }
        return head.isLoaded() ? Next.of(next).and(new Effect.Stop()) : Next.of(next);
    }

    private static String describe(Edit before, Edit after) {
        boolean undone = after.steps().size() < before.steps().size();
        List<String> lines = (undone ? before : after).toString().lines().toList();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).replaceFirst("^\\d+\\. ", "");
        return undone ? "undone: " + last : last;
    }

    static Next save(StudioState state) {
        return Playing.onRecording(state, document -> {
            if (state.front().isBusy()) {
                return Next.of(state.say(Notice.error("something is being written already")));
            } else if (!document.isFile()) {
                return ask(state, Purpose.SAVE_AS, "-edited");
            } else if (document.edits() == 0) {
                return Next.of(state.say(Notice.info("there is nothing to save")));
            }
            return working(state, "saving").and(new Effect.Stop()).and(new Effect.Save(document.edit()));
        });
    }

    static Next saveAs(StudioState state) {
        return ask(state, Purpose.SAVE_AS, "-edited");
    }

    static Next keep(StudioState state) {
        return ask(state, Purpose.KEEP, "-part");
    }

    private static Next ask(StudioState state, Purpose purpose, String ending) {
        return Playing.onRecording(
                state,
                document -> state.front().isBusy()
                        ? Next.of(state.say(Notice.error("something is being written already")))
                        : Next.of(state.with(
                                state.front().asking(new Dialogue.Name(purpose, suggestion(document, ending))))));
    }

    private static String suggestion(Document document, String ending) {
        String name = document.isFile() ? document.recording().name() : document.title();
        return name.replaceFirst("\\.db$", "") + ending + (document.isFile() ? ".db" : "");
    }

    /** A name was given. */
    static Next write(StudioState state, Purpose purpose, String name) {
        return Playing.onRecording(
                state,
                document -> purpose == Purpose.KEEP
                        ? working(state, "keeping")
                                .and(new Effect.Keep(
                                        document.edit(), state.marked().orElseGet(document::kept), name))
                        : working(state, "saving").and(new Effect.SaveAs(document.edit(), name)));
    }

    private static Next working(StudioState state, String task) {
        Playhead head = state.playhead();
        boolean stops = task.equals("saving");
        return Next.of(state.with(stops ? head.with(Status.STOP) : head)
                .with(state.front().saying(Notice.NONE).doing(task)));
    }

    /** A task gets on. */
    public static Next progress(StudioState state, String task) {
        return Next.of(state.front().isBusy() ? state.with(state.front().doing(task)) : state);
    }

    /** A task is done. */
    public static Next done(StudioState state, String sentence) {
        return Next.of(state.with(state.front().doing("").saying(Notice.info(sentence))));
    }

    /** A task failed; all edits are still there. */
    public static Next failed(StudioState state, String reason) {
        return Next.of(state.with(state.front().doing("").saying(Notice.error(reason))));
    }

    /**
     * A recording was opened: at first, after it was saved, or after it was made.
     *
     * @param then what is said then
     */
    public static Next opened(StudioState state, Document document, Notice then) {
        StudioState opened = state.opened(document);
        boolean again = state.live().isEmpty();
        Playhead head = opened.playhead();
        StudioState there = opened.with(
                        again
                                ? head.at(opened.time()
                                        .whole()
                                        .nearest(state.playhead().nanos()))
                                : head)
                .with(opened.front().doing("").saying(then));
        Next next = Viewing.count(there.with(Layout.of(there).scrolled(there.outline())));
        return again ? next : next.and(new Effect.Unwatch());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    private interface Change {
        Edit of(Edit edit, Span marked);
    }
}
