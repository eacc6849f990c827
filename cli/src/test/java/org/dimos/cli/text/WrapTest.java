package org.dimos.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void leavesShortLinesAlone() {
        assertThat(Wrap.of("one two", 7, 2)).containsExactly("one two");
    }

    @Test
    void breaksAtBlanksAndIndents() {
        assertThat(Wrap.of("one two three four", 10, 2)).containsExactly("one two", "  three", "  four");
    }

    @Test
    void keepsAWordThatIsTooLongWhole() {
        assertThat(Wrap.of("a abcdefghijklmnop b", 8, 2)).containsExactly("a", "  abcdefghijklmnop", "  b");
    }

    @Test
    void endsAlsoWhereTheIndentIsWiderThanTheLine() {
        assertThat(Wrap.of("a b c", 2, 10)).containsExactly("a", "          b", "          c");
    }
}
