package org.dimos.benchmarks.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextScreenTest {
    private final TextScreen screen = new TextScreen(10, 3);

    @Test
    void charactersAreWhereTheCursorIs() {
        feed("ab\r\n cd\033[3;8Hxyz!\033[Hq");
        assertThat(screen.text()).isEqualTo("qb\n cd\n       xyz\n");
    }

    @Test
    void coloursAndModesAreNotShown() {
        feed("\033[?1049h\033[?25l\033[0;1;38;5;203mred\033[0m\033=!");
        assertThat(screen.text()).isEqualTo("red!\n\n\n");
    }

    @Test
    void whatIsClearedIsGone() {
        feed("abc\033[2Jd");
        assertThat(screen.text()).isEqualTo("   d\n\n\n");
    }

    @Test
    void aSequenceMayComeInPieces() {
        feed("\033");
        feed("[2;");
        feed("3Hx");
        assertThat(screen.text()).isEqualTo("\n  x\n\n");
    }

    private void feed(String text) {
        for (int i = 0; i < text.length(); i++) {
            screen.feed(text.charAt(i));
        }
    }
}
