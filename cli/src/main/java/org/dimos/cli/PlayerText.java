package org.dimos.cli;

import java.time.Duration;
import java.util.Locale;
import org.dimos.cli.text.Format;
import org.dimos.core.time.TimeControl;
import org.dimos.record.PlayerState;
import org.dimos.record.replay.Loop;

/** What a player does, in few words. */
final class PlayerText {
    private PlayerText() {}

    static String of(PlayerState state) {
        return status(state) + " " + seconds(state.position()) + " / " + seconds(state.length()) + " s" + speed(state)
                + loop(state.loop());
    }

    private static String status(PlayerState state) {
        return switch (state.status()) {
            case PLAYING -> "playing";
            case PAUSED -> "paused ";
            case ENDED -> "ended  ";
        };
    }

    private static String speed(PlayerState state) {
        if (state.speed() == TimeControl.FREE) {
            return "  max";
        }
        return state.speed() == 1
                ? ""
                : String.format(Locale.ROOT, "  x%.4g", state.speed()).replaceAll("\\.?0+$", "");
    }

    private static String loop(Loop loop) {
        String marks = loop.marks()
                .map(each -> " " + seconds(each.from()) + "-" + seconds(each.to()))
                .orElse("");
        return loop.repeats() ? "  loop" + marks : "";
    }

    private static String seconds(Duration time) {
        return Format.seconds(time.toNanos());
    }
}
