package org.dimos.cli;

import org.dimos.cli.text.Format;
import org.dimos.cli.text.Terminal;

/** One line at the bottom that changes; nothing where nobody looks. */
final class StatusLine {
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private boolean shown;

    StatusLine(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(String text) {
        if (terminal.interactive()) {
            int width = terminal.columns() - 1;
            terminal.out().print(CLEAR + (text.length() > width ? text.substring(0, width) : text));
            terminal.out().flush();
            shown = true;
        }
    }

    /** Shows how far something is that goes through messages. */
    void show(long done, long ofAll, long messages) {
        long percent = ofAll == 0 ? 100 : Math.min(100, done * 100 / ofAll);
        show(percent + " %   " + Format.count(messages, "message"));
    }

    void clear() {
        if (shown) {
            terminal.out().print(CLEAR);
            terminal.out().flush();
            shown = false;
        }
    }
}
