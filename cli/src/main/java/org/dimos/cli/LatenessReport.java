package org.dimos.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Player;
import org.dimos.record.replay.Lateness;

/**
 * How well a player kept time.
 *
 * @param all over all streams
 * @param byStream stream by stream
 * @param passed how much recorded time was played
 * @param took how long that took
 * @param isRealTime whether the timing thread had a real-time priority
 */
record LatenessReport(
        Lateness.Summary all,
        Map<String, Lateness.Summary> byStream,
        Duration passed,
        Duration took,
        boolean isRealTime) {

    static LatenessReport of(Player player, GraphRun run) {
        Map<String, Lateness.Summary> byStream = new TreeMap<>();
        player.latenessByStream().forEach((stream, lateness) -> byStream.put(stream, lateness.summary()));
        return new LatenessReport(player.lateness().summary(), byStream, run.passed(), run.took(), player.isRealTime());
    }

    private double timesRealTime() {
        return passed.toNanos() / (double) Math.max(1, took.toNanos());
    }

    /** Writes a row for each stream; nothing is late that was played as fast as possible. */
    void print(Terminal terminal) {
        terminal.print(Format.seconds(passed.toNanos()) + " s played in " + Format.seconds(took.toNanos()) + " s, "
                + Format.hertz(timesRealTime()) + " times real time" + (isRealTime ? ", at real-time priority" : ""));
        if (all.count() == 0) {
            return;
        }
        Table table = new Table(
                Column.name("late by ms"),
                Column.number("messages"),
                Column.number("median"),
                Column.number("p99"),
                Column.number("max"));
        byStream.forEach((stream, lateness) -> row(table, stream, lateness));
        row(table, "all streams", all);
        table.print(terminal);
    }

    private static void row(Table table, String name, Lateness.Summary lateness) {
        table.row(
                name,
                Format.count(lateness.count()),
                Format.milliseconds(lateness.median()),
                Format.milliseconds(lateness.p99()),
                Format.milliseconds(lateness.max()));
    }

    /** The same as data; times of lateness in milliseconds. */
    Map<String, Object> asData() {
        List<Map<String, Object>> streams = byStream.entrySet().stream()
                .map(stream -> Json.object("stream", stream.getKey(), "late", data(stream.getValue())))
                .toList();
        return Json.object(
                "recorded_s",
                passed.toNanos() / 1e9,
                "took_s",
                took.toNanos() / 1e9,
                "times_real_time",
                timesRealTime(),
                "real_time_priority",
                isRealTime,
                "late",
                data(all),
                "streams",
                streams);
    }

    private static Map<String, Object> data(Lateness.Summary lateness) {
        return Json.object(
                "messages", lateness.count(),
                "median_ms", lateness.median().toNanos() / 1e6,
                "p99_ms", lateness.p99().toNanos() / 1e6,
                "max_ms", lateness.max().toNanos() / 1e6);
    }
}
