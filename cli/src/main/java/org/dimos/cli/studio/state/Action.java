package org.dimos.cli.studio.state;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything a key can do. The help is made of this list; a key of one's own is one more line of it. */
@SuppressWarnings("ImmutableEnumChecker") // lists that are copied, and functions of no state
public enum Action implements Step {
    /** Plays or pauses. */
    PLAY(Group.PLAY, "plays, pauses; in the tree checks", Selecting::toggleOrPlay, "space"),
    /** Plays no more. */
    STOP(Group.PLAY, "stops playing, recording or watching", Playing::stop, "s"),
    /** The next message. */
    STEP(Group.PLAY, "the next message", state -> Playing.step(state, false), "."),
    /** The message before. */
    STEP_BACK(Group.PLAY, "the previous message again", state -> Playing.step(state, true), ","),
    /** 5 s back. */
    BACK(Group.PLAY, "5 s back", state -> Playing.skip(state, Duration.ofSeconds(-5)), "left"),
    /** 5 s on. */
    ON(Group.PLAY, "5 s on", state -> Playing.skip(state, Duration.ofSeconds(5)), "right"),
    /** 30 s back. */
    FAR_BACK(Group.PLAY, "30 s back", state -> Playing.skip(state, Duration.ofSeconds(-30)), "page-up", "shift-left"),
    /** 30 s on. */
    FAR_ON(Group.PLAY, "30 s on", state -> Playing.skip(state, Duration.ofSeconds(30)), "page-down", "shift-right"),
    /** To the beginning. */
    HOME(Group.PLAY, "to the beginning", Playing::toStart, "home"),
    /** To the end. */
    END(Group.PLAY, "to the end", Playing::toEnd, "end"),
    /** Slower. */
    SLOWER(Group.PLAY, "slower", state -> Playing.speed(state, false), "["),
    /** Faster. */
    FASTER(Group.PLAY, "faster", state -> Playing.speed(state, true), "]"),
    /** Records. */
    RECORD(Group.PLAY, "records the checked streams of a run", Capturing::record, "r"),

    /** Marks the beginning. */
    MARK_IN(Group.EDIT, "marks where a part begins", Editing::markIn, "i"),
    /** Marks the end. */
    MARK_OUT(Group.EDIT, "marks where it ends", Editing::markOut, "o"),
    /** Forgets the marks. */
    CLEAR(Group.EDIT, "forgets the marks", Editing::clearMarks, "c"),
    /** Keeps what is marked. */
    TRIM(Group.EDIT, "trims to the marks", Editing::trim, "t"),
    /** Removes what is marked. */
    CUT(Group.EDIT, "cuts the marks (of checked streams)", Editing::cut, "x"),
    /** Takes an edit back. */
    UNDO(Group.EDIT, "undoes the last edit", Editing::undo, "u"),
    /** Takes that back. */
    REDO(Group.EDIT, "redoes it", Editing::redo, "U", "ctrl-r"),
    /** Saves. */
    SAVE(Group.EDIT, "saves; the original is kept", Editing::save, "ctrl-s", "w"),
    /** Saves as a new file. */
    SAVE_AS(Group.EDIT, "saves as a new file", Editing::saveAs, "W"),
    /** Keeps a part. */
    KEEP(Group.EDIT, "keeps the marked part as a file", Editing::keep, "k"),

    /** One stream up. */
    UP(Group.LOOK, "the stream above", state -> Selecting.move(state, -1), "up"),
    /** One stream down. */
    DOWN(Group.LOOK, "the stream below", state -> Selecting.move(state, 1), "down"),
    /** Checks a box. */
    CHECK(Group.LOOK, "checks the box of a stream or module", Selecting::toggle, "enter"),
    /** Checks all boxes. */
    ALL(Group.LOOK, "checks all boxes", Selecting::all, "a"),
    /** Checks no box. */
    NOTHING(Group.LOOK, "checks none", Selecting::none, "n"),
    /** Changes the focus. */
    FOCUS(Group.LOOK, "between tree and timeline", Selecting::focus, "tab"),
    /** Zooms in. */
    CLOSER(Group.LOOK, "zooms in", state -> Viewing.zoom(state, true), "+", "="),
    /** Zooms out. */
    FARTHER(Group.LOOK, "zooms out", state -> Viewing.zoom(state, false), "-"),
    /** Shows everything. */
    WHOLE(Group.LOOK, "shows all of the time", Viewing::zoomAll, "0"),
    /** Shows what is marked. */
    MARKED(Group.LOOK, "shows the marked part", Viewing::zoomMarks, "z"),
    /** Earlier. */
    EARLIER(Group.LOOK, "shows what is earlier", state -> Viewing.scroll(state, false), "<"),
    /** Later. */
    LATER(Group.LOOK, "shows what is later", state -> Viewing.scroll(state, true), ">"),
    /** Changes the meaning of colours. */
    HEAT(Group.LOOK, "colours by rate or by bytes", Viewing::heat, "b"),
    /** Shows a picture. */
    PICTURE(Group.LOOK, "the picture at the cursor", Peeking::peek, "p"),
    /** Shows the help. */
    HELP(Group.LOOK, "this help", Viewing::help, "?"),
    /** Ends. */
    QUIT(Group.LOOK, "quits", Quitting::quit, "q", "ctrl-c");

    /** What actions are about. */
    public enum Group {
        /** Playing and recording. */
        PLAY("Play and record"),
        /** Editing. */
        EDIT("Mark, edit, save"),
        /** Looking around. */
        LOOK("Look");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** What a person calls it. */
        public String title() {
            return title;
        }
    }

    private static final Map<String, Action> BY_KEY = Arrays.stream(values())
            .flatMap(action -> action.keys.stream().map(key -> Map.entry(key, action)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Group group;
    private final String description;
    private final Step step;
    private final List<String> keys;

    Action(Group group, String description, Step step, String... keys) {
        this.group = group;
        this.description = description;
        this.step = step;
        this.keys = List.of(keys);
    }

    /** What a key does, if it does something. */
    public static Optional<Action> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** What it is about. */
    public Group group() {
        return group;
    }

    /** What it does. */
    public String description() {
        return description;
    }

    /** The names of its keys. */
    public List<String> keys() {
        return keys;
    }

    @Override
    public Next take(StudioState state) {
        return step.take(state);
    }
}
