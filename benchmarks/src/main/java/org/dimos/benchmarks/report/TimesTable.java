package org.dimos.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Recording;

/** How long things took with recordings, and how long they may take. */
public final class TimesTable {
    /** No limit. */
    public static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    private final Table table = new Table(
            Column.number("size"),
            Column.number("messages"),
            Column.text("what"),
            Column.number("p50 ms"),
            Column.number("p99 ms"),
            Column.number("max ms"),
            Column.number("limit ms"));
    private boolean reached = true;

    /** A row: times, and what 99 in 100 of them may not exceed, in milliseconds. */
    public void row(Path file, String what, List<Double> times, double limit) throws IOException {
        Figures figures = Figures.of(times);
        long messages = Recording.open(file).recorded().stream()
                .mapToLong(stream -> stream.messages())
                .sum();
        table.row(
                Format.bytes(Files.size(file)),
                Format.count(messages),
                what,
                Figures.text(figures.median()),
                Figures.text(figures.percentile(99)),
                Figures.text(figures.max()),
                limit == NO_LIMIT ? "-" : Figures.text(limit));
        reached &= figures.percentile(99) <= limit;
    }

    /** Prints all rows, and answers whether everything was within its limit. */
    public boolean print(Terminal terminal) {
        table.print(terminal);
        terminal.print(reached ? "all within their limits" : "NOT within their limits");
        terminal.out().flush();
        return reached;
    }

    /** How long work takes, in milliseconds. */
    public static <X extends Exception> double millis(Work<X> work) throws X {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /**
     * Something that takes time.
     *
     * @param <X> what it may throw
     */
    public interface Work<X extends Exception> {
        /** Does it. */
        void run() throws X;
    }
}
