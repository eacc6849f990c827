package org.dimos.cli.studio.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private final StringWriter sent = new StringWriter();
    private final Display display = new Display(sent, true, true);

    private static Screen screen(Overlay overlay) {
        Screen screen = new Screen(new Size(10, 5));
        screen.overlay(overlay);
        return screen;
    }

    private String show(Screen screen) {
        sent.getBuffer().setLength(0);
        display.show(screen);
        return sent.toString();
    }

    @Test
    void eachLineIsWrittenBelowTheOneBeforeAndThenAllIsAsBefore() {
        Overlay overlay = new Overlay(4, 2, List.of("\033[1mab", "cd"), Optional.empty());
        assertThat(overlay.text()).isEqualTo("\033[3;5H\033[1mab\033[4;5Hcd\033[0m");
    }

    @Test
    void itsLinesDoNotChange() {
        List<String> lines = new ArrayList<>(List.of("ab"));
        Overlay overlay = new Overlay(0, 0, lines, Optional.empty());
        lines.add("cd");
        assertThat(overlay.lines()).containsExactly("ab");
    }

    @Test
    void itIsWrittenOnceAndTakenAwayWhenItIsNotThereAnyMore() {
        Overlay overlay = new Overlay(1, 1, List.of("pixels"), Optional.of("<away>"));
        assertThat(show(screen(overlay))).endsWith(overlay.text());
        assertThat(show(screen(overlay))).isEmpty();
        assertThat(show(new Screen(new Size(10, 5)))).startsWith("<away>").doesNotContain("pixels");
        assertThat(show(new Screen(new Size(10, 5)))).isEmpty();
    }

    @Test
    void anotherOneReplacesIt() {
        Overlay first = new Overlay(1, 1, List.of("first"), Optional.of("<away>"));
        Overlay second = new Overlay(1, 1, List.of("second"), Optional.empty());
        assertThat(show(screen(first))).contains("first").doesNotContain("<away>");
        assertThat(show(screen(second))).startsWith("<away>").endsWith(second.text());
    }
}
