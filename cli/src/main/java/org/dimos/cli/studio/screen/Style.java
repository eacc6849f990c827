package org.dimos.cli.studio.screen;

/**
 * How a character looks.
 *
 * @param ink its colour, of the 256 of xterm; -1 for the usual one
 * @param paper what is behind it, likewise
 * @param bold whether it stands out
 * @param dim whether it steps back
 * @param inverse whether the two colours change places
 */
public record Style(int ink, int paper, boolean bold, boolean dim, boolean inverse) {
    private static final int USUAL = -1;

    /** As the terminal writes. */
    public static final Style PLAIN = new Style(USUAL, USUAL, false, false, false);

    /** Stands out. */
    public static final Style BOLD = new Style(USUAL, USUAL, true, false, false);

    /** Steps back. */
    public static final Style DIM = new Style(USUAL, USUAL, false, true, false);

    /** Light on dark where the terminal is dark on light, or the other way round. */
    public static final Style INVERSE = new Style(USUAL, USUAL, false, false, true);

    /** The same in a colour. */
    public Style ink(int colour) {
        return new Style(colour, paper, bold, dim, inverse);
    }

    /** The same before a colour. */
    public Style paper(int colour) {
        return new Style(ink, colour, bold, dim, inverse);
    }

    /** The same with its colours changed over. */
    public Style inverted() {
        return new Style(ink, paper, bold, dim, !inverse);
    }

    /** What makes a terminal write so. */
    String sgr(boolean colours) {
        StringBuilder codes = new StringBuilder("\033[0");
        codes.append(bold ? ";1" : "").append(dim ? ";2" : "").append(inverse ? ";7" : "");
        if (colours && ink != USUAL) {
            codes.append(";38;5;").append(ink);
        }
        if (colours && paper != USUAL) {
            codes.append(";48;5;").append(paper);
        }
        return codes.append('m').toString();
    }
}
