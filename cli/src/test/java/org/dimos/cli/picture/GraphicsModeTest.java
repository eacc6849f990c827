package org.dimos.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphicsModeTest {
    private static final String ESC = "\u001b";

    @Test
    void theEnvironmentSaysWhatATerminalCan() {
        assertThat(GraphicsMode.of(Map.of("TERM", "xterm-kitty"), true)).isEqualTo(GraphicsMode.KITTY);
        assertThat(GraphicsMode.of(Map.of("TERM", "xterm-256color", "KITTY_WINDOW_ID", "1"), true))
                .isEqualTo(GraphicsMode.KITTY);
        assertThat(GraphicsMode.of(Map.of("TERM", "xterm-256color", "TERM_PROGRAM", "WezTerm"), true))
                .isEqualTo(GraphicsMode.KITTY);
        assertThat(GraphicsMode.of(Map.of("TERM", "foot"), true)).isEqualTo(GraphicsMode.SIXEL);
        assertThat(GraphicsMode.of(Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor"), true))
                .isEqualTo(GraphicsMode.TRUE_COLOUR);
        assertThat(GraphicsMode.of(Map.of("TERM", "xterm-256color"), true)).isEqualTo(GraphicsMode.COLOURS_256);
    }

    @Test
    void whatLiesBehindTmuxIsNotWhatDraws() {
        Map<String, String> inTmux = Map.of(
                "TERM", "screen-256color", "TMUX", "/tmp/x,1,0", "KITTY_WINDOW_ID", "1", "COLORTERM", "truecolor");
        assertThat(GraphicsMode.of(inTmux, true)).isEqualTo(GraphicsMode.TRUE_COLOUR);
        assertThat(GraphicsMode.of(Map.of("TERM", "tmux-256color", "KITTY_WINDOW_ID", "1"), true))
                .isEqualTo(GraphicsMode.COLOURS_256);
    }

    @Test
    void withoutColoursThereAreShades() {
        assertThat(GraphicsMode.of(Map.of("TERM", "xterm-kitty"), false)).isEqualTo(GraphicsMode.SHADES);
        assertThat(GraphicsMode.of(Map.of("TERM", "dumb"), true)).isEqualTo(GraphicsMode.SHADES);
        assertThat(GraphicsMode.of(Map.of(), true)).isEqualTo(GraphicsMode.SHADES);
        assertThat(GraphicsMode.SHADES.with(ESC + "[?62;4c")).isEqualTo(GraphicsMode.SHADES);
    }

    @Test
    void theTerminalsAnswerCounts() {
        String sixel = ESC + "[?62;4;22c";
        String kitty = ESC + "_Gi=7530;OK" + ESC + "\\" + ESC + "[?62;c";
        GraphicsMode plain = GraphicsMode.COLOURS_256;
        assertThat(plain.with(sixel)).isEqualTo(GraphicsMode.SIXEL);
        assertThat(plain.with(ESC + "[?64;14;24c")).isEqualTo(plain);
        assertThat(plain.with(kitty)).isEqualTo(GraphicsMode.KITTY);
        assertThat(plain.with(ESC + "_Gi=7530;EINVAL" + ESC + "\\" + sixel)).isEqualTo(GraphicsMode.SIXEL);
        assertThat(GraphicsMode.KITTY.with(sixel)).isEqualTo(GraphicsMode.KITTY);
        assertThat(plain.with("")).isEqualTo(plain);
        assertThat(plain.with("q\u0000[?4c")).isEqualTo(plain);
        assertThat(GraphicsMode.isComplete(kitty)).isTrue();
        assertThat(GraphicsMode.isComplete(ESC + "[?62;4")).isFalse();
    }

    @Test
    void aTerminalSaysHowLargeItsCellsAre() {
        assertThat(CellSize.parse("x" + ESC + "[6;18;9t")).contains(new CellSize(9, 18));
        assertThat(CellSize.parse(ESC + "[6;0;9t")).isEmpty();
        assertThat(CellSize.parse(ESC + "[6;9000;9000t")).isEmpty();
        assertThat(CellSize.parse("")).isEmpty();
    }
}
