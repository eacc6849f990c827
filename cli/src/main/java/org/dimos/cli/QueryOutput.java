package org.dimos.cli;

import org.dimos.cli.text.Terminal;
import org.dimos.record.Observation;

/** Writes observations line by line, as JSON or for a person, as long as somebody reads. */
final class QueryOutput {
    private static final int LINES_BETWEEN_CHECKS = 256;

    /** How observations are written. */
    enum Style {
        TEXT,
        JSON_LINES,
        JSON_ARRAY
    }

    private final Terminal terminal;
    private final ObservationLines lines;
    private final Style style;
    private long written;

    QueryOutput(Terminal terminal, ObservationLines lines, Style style) {
        this.terminal = terminal;
        this.lines = lines;
        this.style = style;
    }

    /** Writes one more and answers whether another is wanted. */
    boolean write(Observation<?> observation) {
        String line = style == Style.TEXT ? lines.text(observation) : lines.json(observation);
        if (style == Style.JSON_ARRAY) {
            terminal.print(written == 0 ? "[" + line : "," + line);
        } else {
            terminal.print(line);
        }
        written++;
        return written % LINES_BETWEEN_CHECKS != 0 || isRead();
    }

    /** Shows what was written so far, and answers whether somebody reads it. */
    boolean isRead() {
        return !terminal.out().checkError();
    }

    /** Says that this was all. */
    void end() {
        if (style == Style.JSON_ARRAY) {
            terminal.print(written == 0 ? "[]" : "]");
        }
    }
}
