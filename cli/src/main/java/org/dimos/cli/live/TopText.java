package org.dimos.cli.live;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.LiveEntry;
import org.dimos.blueprint.introspection.PlaybackState;
import org.dimos.blueprint.introspection.RecordingState;
import org.dimos.cli.live.Rates.ModuleRate;
import org.dimos.cli.live.Rates.StreamRate;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;

/**
 * What a graph does, as lines that fit a terminal. Where there is not enough room, modules and streams share it, and it
 * is said how many are left out.
 *
 * @param run the run
 * @param rates what its graph does
 */
public record TopText(LiveEntry run, Rates rates) {
    private static final int LEAST_ROWS = 3;

    /** All lines, each as long as {@code width} at most. */
    public List<String> lines(int width) {
        return lines(width, Integer.MAX_VALUE);
    }

    /** As many lines as {@code height} at most, each as long as {@code width} at most. */
    public List<String> lines(int width, int height) {
        List<String> lines = new ArrayList<>(head());
        int modules = rates.now().modules().size() + 2;
        int streams = rates.now().streams().size() + 1;
        int room = Math.max(2 * LEAST_ROWS, height - lines.size() - 2);
        int forModules = Math.min(modules, Math.max(room / 2, room - streams));
        int forStreams = room - forModules;
        lines.add("");
        lines.addAll(cut(modules(forModules).lines(width), forModules, modules, "module"));
        lines.add("");
        lines.addAll(cut(streams(forStreams).lines(width), forStreams, streams, "stream"));
        return lines.stream().map(line -> fit(line, width)).limit(height).toList();
    }

    private static String fit(String line, int width) {
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    /** What there is room for of a table that would have so many lines. */
    private static List<String> cut(List<String> table, int room, int all, String what) {
        if (all <= room) {
            return table;
        }
        List<String> shown = new ArrayList<>(table.subList(0, Math.max(1, room - 1)));
        shown.add("… and " + Format.count(all - shown.size(), what) + " more");
        return shown;
    }

    private List<String> head() {
        GraphStatus now = rates.now();
        List<String> head = new ArrayList<>();
        head.add(Terminal.plain(run.blueprint()) + "   " + now.mode().text() + "   "
                + Format.seconds(now.nanos() - now.startNanos()) + " s   CPU " + Rates.percent(rates.cpu())
                + " %   pid "
                + run.process().pid() + "   " + Terminal.plain(run.id()));
        now.playback().map(TopText::playback).ifPresent(head::add);
        now.recordings().stream().map(TopText::recording).forEach(head::add);
        return head;
    }

    private static String playback(PlaybackState player) {
        String speed = Double.isInfinite(player.speed()) ? "max" : "x" + Format.hertz(player.speed());
        return "player: " + Terminal.plain(player.state()) + " "
                + Format.seconds(player.position().toNanos()) + " of "
                + Format.seconds(player.length().toNanos()) + " s, " + speed + (player.repeats() ? ", loop" : "");
    }

    private static String recording(RecordingState recording) {
        return Terminal.plain("recorder: " + recording.state()
                + recording.reason().map(reason -> " (" + reason + ")").orElse("") + ", "
                + Format.count(recording.stored()) + " stored, " + Format.count(recording.lost()) + " lost, "
                + Format.bytes(recording.fileBytes()) + " in " + recording.file());
    }

    /** So many of them at most: to lay out what nobody sees would cost more than all else. */
    private Table modules(int most) {
        Table table = new Table(
                Column.name("module"),
                Column.number("CPU %"),
                Column.number("handled/s"),
                Column.number("waiting"),
                Column.number("dropped"),
                Column.number("dropped/s"));
        for (ModuleRate module : first(rates.modules(), most)) {
            table.row(
                    module.load().name(),
                    orDash(module.cpu(), Rates::percent),
                    Format.hertz(module.handled()),
                    Format.count(module.load().waiting()),
                    Format.count(module.load().dropped()),
                    Format.hertz(module.dropped()));
        }
        return table.row("(outside of modules)", Rates.percent(rates.otherCpu()), "-", "-", "-", "-");
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    private Table streams(int most) {
        Table table = new Table(
                Column.name("stream"),
                Column.number("sent/s"),
                Column.number("bytes/s"),
                Column.number("sent"),
                Column.number("dropped"),
                Column.number("dropped/s"),
                Column.number("lost"),
                Column.text("on bus"));
        for (StreamRate stream : first(rates.streams(), most)) {
            table.row(
                    stream.traffic().name(),
                    Format.hertz(stream.sent()),
                    orDash(stream.bytes(), bytes -> Format.bytes(Math.round(bytes))),
                    Format.count(stream.traffic().sent()),
                    Format.count(stream.traffic().dropped()),
                    Format.hertz(stream.dropped()),
                    stream.traffic().transports().isEmpty()
                            ? "-"
                            : Format.count(stream.traffic().lost()),
                    String.join(",", stream.traffic().transports()));
        }
        return table;
    }

    private static String orDash(OptionalDouble value, DoubleFunction<String> text) {
        return value.isPresent() ? text.apply(value.getAsDouble()) : "-";
    }
}
