package org.dimos.cli.studio.screen;

/** What stands for a character where only those of ASCII can be shown. */
final class Ascii {
    private static final int BRAILLE = 0x2800;
    private static final String DENSITIES = " .:-=+*##";
    /** Each character with what stands for it. */
    private static final String PAIRS = "│|─-┼+┬+┴+├+┤+┌+┐+└+┘+░.▒%█#▶>■#●*…~▸>▾v←<→>↑^↓v▀^▄_‖|›>";

    private Ascii() {}

    static int of(int character) {
        if (character < 0x7f) {
            return character;
        }
        if (character >= BRAILLE && character < BRAILLE + 256) {
            return DENSITIES.charAt(Integer.bitCount(character - BRAILLE));
        }
        for (int i = 0; i < PAIRS.length(); i += 2) {
            if (PAIRS.charAt(i) == character) {
                return PAIRS.charAt(i + 1);
            }
        }
        return '?';
    }
}
