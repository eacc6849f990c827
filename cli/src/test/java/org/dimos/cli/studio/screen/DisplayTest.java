package org.dimos.cli.studio.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static final String LETTERS = "ab ⣿░│é漢";

    @Test
    void whateverCameBeforeTheTerminalShowsTheLastScreen() {
        long seed = 5;
        Random random = new Random(seed);
        StringWriter sent = new StringWriter();
        Display display = new Display(sent, true, true);
        TinyTerminal terminal = new TinyTerminal(24, 5);
        Screen screen = new Screen(new Size(24, 5));
        for (int i = 0; i < 1500; i++) {
            screen = changed(screen, random);
            display.show(screen);
            terminal.feed(sent.toString());
            sent.getBuffer().setLength(0);
            assertThat(terminal.text()).as("screen %d of seed %d", i, seed).isEqualTo(screen.text());
        }
    }

    private static Screen changed(Screen before, Random random) {
        Screen screen = new Screen(before.size());
        for (int y = 0; y < before.size().rows(); y++) {
            for (int x = 0; x < before.size().columns(); x++) {
                int character = before.character(x, y);
                if (character != Screen.CONTINUATION) {
                    int end = screen.write(x, y, Character.toString(character), before.style(x, y));
                    x = end - 1;
                }
            }
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length >= 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            int row = random.nextInt(before.size().rows());
            Screen line = new Screen(new Size(before.size().columns(), 1));
            int unused = line.write(random.nextInt(8), 0, text.toString(), Style.BOLD.ink(random.nextInt(3)));
            for (int x = 0; x < before.size().columns(); x++) {
                screen.set(x, row, line.character(x, 0), line.style(x, 0));
            }
        }
        return screen;
    }

    @Test
    void onlyWhatDiffersIsSent() {
        StringWriter sent = new StringWriter();
        Display display = new Display(sent, true, true);
        Screen screen = new Screen(new Size(200, 60));
        display.show(screen);
        sent.getBuffer().setLength(0);
        display.show(screen);
        assertThat(sent.toString()).isEmpty();
        Screen next = new Screen(new Size(200, 60));
        next.set(7, 3, 'x', Style.PLAIN);
        display.show(next);
        assertThat(sent.toString()).isEqualTo("\033[4;8H\033[0mx\033[0m");
    }

    @Test
    void withoutColoursThereAreNone() {
        StringWriter sent = new StringWriter();
        Screen screen = new Screen(new Size(4, 1));
        screen.set(0, 0, 'x', Style.BOLD.ink(196).paper(1).inverted());
        new Display(sent, false, true).show(screen);
        assertThat(sent.toString())
                .contains("\033[0;1;7mx")
                .doesNotContain("38;5")
                .doesNotContain("48;5");
    }

    @Test
    void withoutUnicodeOnlyAsciiIsSent() {
        StringWriter sent = new StringWriter();
        Screen screen = new Screen(new Size(30, 1));
        int unused = screen.write(0, 0, "⣿⣀⠀│─┌░▶■●…←é", Style.PLAIN);
        new Display(sent, true, false).show(screen);
        assertThat(sent.toString().chars()).allMatch(character -> character < 128);
        assertThat(sent.toString()).contains("#: |-+.>#*~<?");
    }

    @Test
    void forgettingDrawsAnew() {
        StringWriter sent = new StringWriter();
        Display display = new Display(sent, true, true);
        Screen screen = new Screen(new Size(10, 1));
        int unused = screen.write(0, 0, "hello", Style.PLAIN);
        display.show(screen);
        display.forget();
        sent.getBuffer().setLength(0);
        display.show(screen);
        assertThat(sent.toString()).contains("\033[2J").contains("hello");
    }
}
