package org.dimos.cli.studio.state;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dimos.cli.studio.screen.Size;

/**
 * All that the editor knows.
 *
 * @param document the recording that is open
 * @param live the run that is looked at, in front of the recording
 * @param outline the tree
 * @param time the timeline
 * @param playhead where playing is
 * @param front what is in front of them
 * @param size of the terminal
 */
public record StudioState(
        Optional<Document> document,
        Optional<Live> live,
        Outline outline,
        TimeView time,
        Playhead playhead,
        Front front,
        Size size) {

    /** Nothing is open. */
    public static StudioState empty(Size size) {
        return new StudioState(
                Optional.empty(), Optional.empty(), Outline.EMPTY, TimeView.EMPTY, Playhead.NONE, Front.CLEAR, size);
    }

    /** With a recording that was just opened. */
    public StudioState opened(Document opened) {
        return new StudioState(
                Optional.of(opened),
                Optional.empty(),
                outline.of(opened.rows()),
                time.of(opened.whole()),
                new Playhead(Playhead.Status.STOP, opened.whole().fromNanos(), playhead.speed()),
                front,
                size);
    }

    /** With other edits. */
    public StudioState with(Document newDocument) {
        return new StudioState(Optional.of(newDocument), live, outline, time, playhead, front, size);
    }

    /** With a run looked at. */
    public StudioState with(Live newLive) {
        return new StudioState(document, Optional.of(newLive), outline, time, playhead, front, size);
    }

    /** With another tree. */
    public StudioState with(Outline newOutline) {
        return new StudioState(document, live, newOutline, time, playhead, front, size);
    }

    /** With another timeline. */
    public StudioState with(TimeView newTime) {
        return new StudioState(document, live, outline, newTime, playhead, front, size);
    }

    /** With playing elsewhere. */
    public StudioState with(Playhead newPlayhead) {
        return new StudioState(document, live, outline, time, newPlayhead, front, size);
    }

    /** With something else in front. */
    public StudioState with(Front newFront) {
        return new StudioState(document, live, outline, time, playhead, newFront, size);
    }

    /** On a terminal of another size. */
    public StudioState with(Size newSize) {
        return new StudioState(document, live, outline, time, playhead, front, newSize);
    }

    /** With the run no more looked at, and the recording again, if there is one. */
    public StudioState withoutLive() {
        return new StudioState(
                document,
                Optional.empty(),
                outline.of(document.map(Document::rows).orElseGet(List::of)),
                document.map(open -> time.of(open.whole())).orElse(TimeView.EMPTY),
                playhead.with(Playhead.Status.STOP)
                        .at(document.map(open -> open.kept().fromNanos()).orElse(0L)),
                front,
                size);
    }

    /** Says something. */
    public StudioState say(Notice notice) {
        return with(front.saying(notice));
    }

    /** How many edits would be lost. */
    public int unsaved() {
        return document.map(Document::edits).orElse(0);
    }

    /** What can be played and marked. */
    public Span kept() {
        return document.map(Document::kept).orElse(time.whole());
    }

    /** The marked part, if something is. */
    public Optional<Span> marked() {
        return time.marks().span(kept());
    }

    /** Where the mouse button went down. */
    public OptionalLong anchor() {
        return time.anchor();
    }
}
