package org.dimos.cli.studio.screen;

/** What stands for a character where only those of ASCII can be shown. */
final class Ascii {
    private static final int BRAILLE = 0x2800;
    private static final String DENSITIES = " .:-=+*##";
    private static final String KNOWN = "│─┼┬┴├┤┌┐└┘╌░▒█▶⏸■●…▸▾×←→↑↓·▀▄✓";
    private static final String PLAIN = "|-++++++++++-..%#>|[*~>v!<>^v.^_v";

    private Ascii() {}

    static int of(int character) {
        if (character < 0x7f) {
            return character;
        }
        if (character >= BRAILLE && character < BRAILLE + 256) {
            return DENSITIES.charAt(Integer.bitCount(character - BRAILLE));
        }
        int known = KNOWN.indexOf(character);
        return known < 0 ? '?' : PLAIN.charAt(known);
    }
}
