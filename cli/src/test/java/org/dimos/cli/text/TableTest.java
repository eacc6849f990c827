package org.dimos.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table(Column.name("stream"), Column.number("messages"), Column.text("what"));

    @Test
    void alignsTextsLeftAndNumbersRight() {
        table.row("lidar", "1,000", "x").row("tf", "2", "");

        assertThat(table.lines(80))
                .containsExactly(
                        "stream  messages  what", //
                        "lidar      1,000  x",
                        "tf             2");
    }

    @Test
    void cutsTheBeginningsOfNamesWhereTheLineIsTooLong() {
        table.row("robot0/front/camera_info", "1", "y");

        assertThat(table.lines(26)).containsExactly("stream      messages  what", "…mera_info         1  y");
    }

    @Test
    void neverCutsNumbers() {
        table.row("abcdefghijkl", "123,456,789,012", "y");

        assertThat(table.lines(10).get(1)).isEqualTo("…fghijkl  123,456,789,012  y");
    }

    @Test
    void leavesOutWhatWouldSteerATerminal() {
        table.row("a\u001b[31m\nb", "1", "z");

        assertThat(table.lines(80).get(1)).startsWith("a?[31m?b");
    }

    @Test
    void refusesRowsOfAnotherLength() {
        assertThatThrownBy(() -> table.row("lidar")).hasMessage("1 cells for 3 columns");
    }
}
