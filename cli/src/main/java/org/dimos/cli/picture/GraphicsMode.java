package org.dimos.cli.picture;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a terminal can show a picture, the finest first. */
public enum GraphicsMode {
    /** Pixels by the protocol of kitty. */
    KITTY,
    /** Pixels by sixels. */
    SIXEL,
    /** Two pixels in a cell, each of any colour. */
    TRUE_COLOUR,
    /** Two pixels in a cell, each of one of 256 colours. */
    COLOURS_256,
    /** Characters that are more or less dense. */
    SHADES;

    /**
     * Asks a terminal what it can, for {@link #with}: about kitty's protocol first, as every terminal answers the second
     * question, so that one knows when there is no more to come.
     */
    public static final String QUERY = "\u001b_Gi=7530,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\\u001b[c";

    private static final Pattern KITTY_ANSWER = Pattern.compile("\u001b_Gi=7530[^;]{0,40};OK\u001b\\\\");
    private static final Pattern ATTRIBUTES = Pattern.compile("\u001b\\[\\?([0-9;]{1,100})c");

    /** What the environment of a program says about its terminal. */
    public static GraphicsMode of(Map<String, String> environment, boolean colours) {
        if (!colours) {
            return SHADES;
        }
        String term = value(environment, "TERM");
        boolean direct = !environment.containsKey("TMUX") && !term.startsWith("screen") && !term.startsWith("tmux");
        if (direct && isKitty(environment, term)) {
            return KITTY;
        }
        String program = value(environment, "TERM_PROGRAM");
        if (direct && (Stream.of("mlterm", "foot", "contour").anyMatch(term::startsWith) || program.equals("mintty"))) {
            return SIXEL;
        }
        boolean trueColour = Stream.of("truecolor", "24bit").anyMatch(value(environment, "COLORTERM")::equals)
                || term.endsWith("-direct")
                || program.equals("iterm.app");
        if (trueColour) {
            return TRUE_COLOUR;
        }
        return term.equals("dumb") || term.isEmpty() ? SHADES : COLOURS_256;
    }

    private static boolean isKitty(Map<String, String> environment, String term) {
        return environment.containsKey("KITTY_WINDOW_ID")
                || term.contains("kitty")
                || term.contains("ghostty")
                || Stream.of("ghostty", "wezterm").anyMatch(value(environment, "TERM_PROGRAM")::equals);
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    }

    /** This, or what is finer by a terminal's answer to {@link #QUERY}; where colours are not wanted, none come back. */
    public GraphicsMode with(String answer) {
        if (this == SHADES) {
            return this;
        } else if (KITTY_ANSWER.matcher(answer).find()) {
            return KITTY;
        }
        Matcher attributes = ATTRIBUTES.matcher(answer);
        boolean sixel =
                attributes.find() && Stream.of(attributes.group(1).split(";")).anyMatch("4"::equals);
        return sixel && compareTo(SIXEL) > 0 ? SIXEL : this;
    }

    /** Whether an answer is complete: nothing more comes after it. */
    public static boolean isComplete(String answer) {
        return ATTRIBUTES.matcher(answer).find();
    }

    /** Whether pictures are pixels, not characters. */
    public boolean isPixels() {
        return this == KITTY || this == SIXEL;
    }

    /** What takes a picture off the screen that characters do not write over; empty where there is none. */
    public Optional<String> removal() {
        return this == KITTY ? Optional.of(KittyPicture.removal()) : Optional.empty();
    }
}
