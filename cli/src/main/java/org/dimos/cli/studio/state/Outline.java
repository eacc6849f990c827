package org.dimos.cli.studio.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tree of modules and their streams.
 *
 * @param rows its lines
 * @param current the line that keys work on
 * @param top the first line that is drawn
 * @param selected the streams whose boxes are checked
 * @param focused whether the tree has the keys that mean something in the timeline too
 */
public record Outline(List<Row> rows, int current, int top, Set<String> selected, boolean focused) {
    /** Of nothing. */
    public static final Outline EMPTY = new Outline(List.of(), 0, 0, Set.of(), false);

    public Outline {
        rows = List.copyOf(rows);
        selected = Set.copyOf(selected);
    }

    /** The same of other rows, selected what still is there. */
    public Outline of(List<Row> newRows) {
        List<String> names =
                newRows.stream().flatMap(row -> row.stream().stream()).toList();
        Set<String> left = new TreeSet<>(selected);
        left.retainAll(names);
        int inside = Math.max(0, Math.min(newRows.size() - 1, current));
        return new Outline(newRows, inside, Math.min(top, inside), left, focused);
    }

    /** All streams in their order. */
    public List<String> streams() {
        return rows.stream().flatMap(row -> row.stream().stream()).toList();
    }

    /** The streams of the module of a line, or its only stream. */
    public List<String> streamsOf(int index) {
        if (index < 0 || index >= rows.size()) {
            return List.of();
        }
        Row row = rows.get(index);
        return row.stream()
                .map(List::of)
                .orElseGet(() -> rows.stream()
                        .filter(each -> each.module().equals(row.module()))
                        .flatMap(each -> each.stream().stream())
                        .toList());
    }

    /** The stream that keys work on: that of the line, or the first of its module. */
    public Optional<String> currentStream() {
        return streamsOf(current).stream().findFirst();
    }

    /** With the keys on another line. */
    public Outline at(int index) {
        return new Outline(rows, Math.max(0, Math.min(rows.size() - 1, index)), top, selected, focused);
    }

    /** Drawn from another line on. */
    public Outline from(int index) {
        return new Outline(rows, current, Math.max(0, Math.min(rows.size() - 1, index)), selected, focused);
    }

    /** With other boxes checked. */
    public Outline selecting(Set<String> streams) {
        return new Outline(rows, current, top, streams, focused);
    }

    /** With the boxes of a line the other way; those of a module all checked unless they are. */
    public Outline toggled(int index) {
        List<String> meant = streamsOf(index);
        List<String> streams = new ArrayList<>(selected);
        if (selected.containsAll(meant)) {
            streams.removeAll(meant);
        } else {
            meant.stream().filter(stream -> !selected.contains(stream)).forEach(streams::add);
        }
        return selecting(Set.copyOf(streams));
    }

    /** With or without those keys. */
    public Outline focused(boolean newFocused) {
        return new Outline(rows, current, top, selected, newFocused);
    }
}
