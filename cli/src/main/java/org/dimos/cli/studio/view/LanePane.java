package org.dimos.cli.studio.view;

import java.util.List;
import java.util.Optional;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.screen.Style;
import org.dimos.cli.studio.state.Heat;
import org.dimos.cli.studio.state.Lane;
import org.dimos.cli.studio.state.Layout;
import org.dimos.cli.studio.state.Span;
import org.dimos.cli.studio.state.StudioState;

/**
 * Draws the lane of a stream: how high a column is tells how dense its messages are, its colour how many they are. The
 * uppermost dots stay free, so that lanes are apart.
 */
final class LanePane {
    private static final int BRAILLE = 0x2800;
    private static final int[] LEFT_DOTS = {0x40, 0x04, 0x02, 0x01};
    private static final int[] RIGHT_DOTS = {0x80, 0x20, 0x10, 0x08};
    private static final double SINGLE = 1.2;
    private static final int LOSS = '!';
    private static final int REMOVED = '░';

    private final Screen screen;
    private final StudioState state;
    private final Layout layout;

    LanePane(Screen screen, StudioState state, Layout layout) {
        this.screen = screen;
        this.state = state;
        this.layout = layout;
    }

    /** Draws it into the lines from a row on. */
    void draw(String stream, int row) {
        Optional<Lane> lane = state.time().lanes().of(stream);
        Span shown = state.time().shown();
        int width = layout.timeWidth();
        List<Span> removed = state.document()
                .filter(open -> state.live().isEmpty())
                .map(open -> open.removed(stream))
                .orElse(List.of());
        Optional<Density> density =
                lane.map(counted -> Density.of(counted, state.time().lanes().span(), shown, 2 * width));
        for (int i = 0; i < width; i++) {
            int column = layout.timeLeft() + i;
            long centre = shown.at((i + 0.5) / width);
            boolean isRemoved = !removed.isEmpty() && removed.stream().anyMatch(span -> span.contains(centre));
            if (isRemoved) {
                fill(column, row, REMOVED, Theme.QUIET);
            } else if (density.isPresent()) {
                column(density.get(), 2 * i, column, row);
            }
        }
    }

    private void fill(int column, int row, int character, Style style) {
        for (int y = 0; y < layout.laneHeight(); y++) {
            screen.set(column, row + y, character, style);
        }
    }

    private void column(Density density, int bin, int column, int row) {
        int height = layout.laneHeight();
        int left = dots(density, bin, height);
        int right = dots(density, bin + 1, height);
        Style style = Theme.heat(heat(density, bin));
        for (int y = 0; y < height; y++) {
            int below = 4 * (height - 1 - y);
            int dots = pattern(left - below, LEFT_DOTS) | pattern(right - below, RIGHT_DOTS);
            if (dots != 0) {
                screen.set(column, row + y, BRAILLE + dots, style);
            }
        }
        if (density.lost(bin) + density.lost(bin + 1) > 0) {
            screen.set(column, row + height - 1, LOSS, Theme.LOST);
        }
    }

    private static int dots(Density density, int bin, int height) {
        double messages = density.messages(bin);
        double scale = Math.max(density.most(), SINGLE);
        return messages <= 1e-9 ? 0 : (int) Math.max(1, Math.round((4 * height - 1) * messages / scale));
    }

    private static int pattern(int dots, int[] of) {
        int pattern = 0;
        for (int i = 0; i < Math.min(4, dots); i++) {
            pattern |= of[i];
        }
        return pattern;
    }

    /** From the slowest to the fastest of what robots send, on a scale of powers. */
    private double heat(Density density, int bin) {
        double seconds = 2e-9 * state.time().shown().length() / density.bins();
        boolean byRate = state.time().heat() == Heat.RATE;
        double amount = byRate
                ? density.messages(bin) + density.messages(bin + 1)
                : density.bytes(bin) + density.bytes(bin + 1);
        double least = byRate ? 0.3 : 30;
        double most = byRate ? 1000 : 30e6;
        return Math.log(Math.max(least, amount / seconds) / least) / Math.log(most / least);
    }
}
