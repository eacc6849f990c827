package org.dimos.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of text in aligned columns that fit the terminal. */
public final class Table {
    private static final String GAP = "  ";
    private static final int LEAST_WIDTH = 8;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table. */
    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row with a cell for each column. */
    public Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(Terminal::plain).toList());
        return this;
    }

    /** Writes the table, its header in bold. */
    public void print(Terminal terminal) {
        List<String> lines = lines(terminal.columns());
        terminal.print(terminal.bold(lines.get(0)));
        terminal.print(lines.subList(1, lines.size()));
    }

    /** The header and the rows, as long as {@code width} characters at most where shortening names can do it. */
    public List<String> lines(int width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::header).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths(int limit) {
        int[] widths = IntStream.range(0, columns.size()).map(this::natural).toArray();
        long excess = Arrays.stream(widths).asLongStream().sum() + (long) GAP.length() * (columns.size() - 1) - limit;
        for (; excess > 0; excess--) {
            Optional<Integer> widest = widestThatShrinks(widths);
            if (widest.isEmpty()) {
                break;
            }
            widths[widest.get()]--;
        }
        return widths;
    }

    private Optional<Integer> widestThatShrinks(int[] widths) {
        return IntStream.range(0, widths.length)
                .boxed()
                .filter(column -> columns.get(column).shrinks() && widths[column] > LEAST_WIDTH)
                .max(Comparator.comparingInt(column -> widths[column]));
    }

    private int natural(int column) {
        int header = columns.get(column).header().length();
        return Math.max(
                header,
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = fit(cells.get(i), widths[i]);
            String padding = " ".repeat(widths[i] - cell.length());
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).right() ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private static String fit(String cell, int width) {
        return cell.length() <= width ? cell : "…" + cell.substring(cell.length() - width + 1);
    }
}
