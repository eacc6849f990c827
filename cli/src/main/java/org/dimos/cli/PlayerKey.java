package org.dimos.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.dimos.record.Player;
import org.dimos.record.PlayerState;
import org.dimos.record.PlayerState.Status;
import org.dimos.record.replay.Loop;
import org.jline.keymap.KeyMap;

/** What a key makes a player do. */
enum PlayerKey {
    /** Plays or pauses. */
    TOGGLE,
    /** Goes back by 5 s. */
    BACK,
    /** Goes on by 5 s. */
    ON,
    /** Goes back by 30 s. */
    FAR_BACK,
    /** Goes on by 30 s. */
    FAR_ON,
    /** Goes to the beginning. */
    HOME,
    /** Plays slower. */
    SLOWER,
    /** Plays faster. */
    FASTER,
    /** Goes back to the previous message. */
    STEP_BACK,
    /** Publishes the next message. */
    STEP,
    /** Repeats from here on. */
    LOOP_FROM,
    /** Repeats up to here. */
    LOOP_TO,
    /** Repeats no more. */
    LOOP_OFF,
    /** Ends the replay. */
    QUIT;

    private static final List<Double> SPEEDS =
            List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1., 2., 5., 10., 20., 50., 100., 200., 500., 1000.);
    private static final long ESCAPE_MILLIS = 50;

    /** What a terminal sends for the keys. */
    static KeyMap<PlayerKey> map() {
        KeyMap<PlayerKey> map = new KeyMap<>();
        map.setAmbiguousTimeout(ESCAPE_MILLIS);
        map.bind(TOGGLE, " ");
        map.bind(BACK, "\033[D", "\033OD");
        map.bind(ON, "\033[C", "\033OC");
        map.bind(FAR_BACK, "\033[B", "\033OB");
        map.bind(FAR_ON, "\033[A", "\033OA");
        map.bind(HOME, "\033[H", "\033OH", "\033[1~", "0");
        map.bind(SLOWER, "[");
        map.bind(FASTER, "]");
        map.bind(STEP_BACK, ",");
        map.bind(STEP, ".");
        map.bind(LOOP_FROM, "a");
        map.bind(LOOP_TO, "b");
        map.bind(LOOP_OFF, "c");
        map.bind(QUIT, "q");
        return map;
    }

    CompletionStage<PlayerState> press(Player player) {
        PlayerState state = player.state();
        return switch (this) {
            case TOGGLE -> state.status() == Status.PLAYING ? player.pause() : player.play();
            case BACK -> player.skip(Duration.ofSeconds(-5));
            case ON -> player.skip(Duration.ofSeconds(5));
            case FAR_BACK -> player.skip(Duration.ofSeconds(-30));
            case FAR_ON -> player.skip(Duration.ofSeconds(30));
            case HOME -> player.seek(Duration.ZERO);
            case SLOWER -> player.speed(slower(state.speed()));
            case FASTER -> player.speed(faster(state.speed()));
            case STEP_BACK -> player.stepBack();
            case STEP -> player.step();
            case LOOP_FROM -> player.loop(from(state));
            case LOOP_TO -> player.loop(to(state));
            case LOOP_OFF -> player.loop(Loop.NONE);
            case QUIT -> player.pause();
        };
    }

    static double slower(double speed) {
        return SPEEDS.stream()
                .filter(known -> known < speed)
                .reduce((a, b) -> b)
                .orElse(SPEEDS.get(0));
    }

    static double faster(double speed) {
        return SPEEDS.stream().filter(known -> known > speed).findFirst().orElse(SPEEDS.get(SPEEDS.size() - 1));
    }

    private static Loop from(PlayerState state) {
        Duration end = state.loop()
                .marks()
                .map(Loop.Marks::to)
                .filter(to -> to.compareTo(state.position()) > 0)
                .orElse(state.length());
        return end.compareTo(state.position()) > 0 ? Loop.between(state.position(), end) : state.loop();
    }

    private static Loop to(PlayerState state) {
        Duration start = state.loop().marks().map(Loop.Marks::from).orElse(Duration.ZERO);
        return state.position().compareTo(start) > 0 ? Loop.between(start, state.position()) : state.loop();
    }
}
