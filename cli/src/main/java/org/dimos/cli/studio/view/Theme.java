package org.dimos.cli.studio.view;

import java.util.List;
import java.util.stream.Stream;
import org.dimos.cli.studio.screen.Style;

/** How things look. */
final class Theme {
    static final Style TEXT = Style.PLAIN;
    static final Style QUIET = Style.DIM;
    static final Style TITLE = Style.INVERSE;
    static final Style MODULE = Style.BOLD;
    static final Style ERROR = Style.BOLD.ink(203);
    static final Style RECORDING = Style.BOLD.ink(196);
    static final Style PLAYING = Style.BOLD.ink(78);
    static final Style PAUSED = Style.BOLD.ink(221);
    static final Style LOST = Style.BOLD.ink(231).paper(124);
    static final Style MARK = Style.BOLD.ink(221);
    static final Style CURRENT = Style.INVERSE;
    static final int MARKED_PAPER = 237;

    /** From cold to hot. */
    private static final List<Style> HEAT = Stream.of(25, 31, 37, 42, 76, 148, 184, 214, 208, 202, 196)
            .map(Style.PLAIN::ink)
            .toList();

    private Theme() {}

    /** The colour of a heat from 0 to 1. */
    static Style heat(double heat) {
        int index = (int) Math.round(Math.max(0, Math.min(1, heat)) * (HEAT.size() - 1));
        return HEAT.get(index);
    }
}
