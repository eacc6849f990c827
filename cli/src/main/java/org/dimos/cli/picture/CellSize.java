package org.dimos.cli.picture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many pixels a cell of a terminal has.
 *
 * @param width how many it is wide
 * @param height how many it is high
 */
public record CellSize(int width, int height) {
    /** Asks a terminal for it; {@link #parse} reads the answer. */
    public static final String QUERY = "\u001b[16t";

    /** What is taken where the terminal does not say. */
    public static final CellSize USUAL = new CellSize(10, 20);

    private static final Pattern ANSWER = Pattern.compile("\u001b\\[6;(\\d{1,4});(\\d{1,4})t");
    private static final int MOST = 200;

    /** What a terminal answered, among whatever else it sent; empty if it does not say, or nonsense. */
    public static Optional<CellSize> parse(String answer) {
        Matcher matcher = ANSWER.matcher(answer);
        if (!matcher.find()) {
            return Optional.empty();
        }
        CellSize size = new CellSize(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
        boolean sane = size.width > 0 && size.height > 0 && size.width <= MOST && size.height <= MOST;
        return sane ? Optional.of(size) : Optional.empty();
    }
}
