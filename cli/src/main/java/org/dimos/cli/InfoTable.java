package org.dimos.cli;

import java.util.List;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Gap;
import org.dimos.record.Rate;
import org.dimos.record.Recording;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;

/** What a recording holds as text. */
final class InfoTable {
    private final Terminal terminal;

    InfoTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Recording recording) {
        List<StreamInfo> streams = recording.recorded();
        long start = recording.window().startNanos();
        terminal.print(terminal.bold(Terminal.plain(recording.name())));
        terminal.print(summary(recording, streams));
        recording.run().ifPresent(run -> terminal.printWrapped(2, List.of(run(run))));
        if (!streams.isEmpty()) {
            table(streams, start).print(terminal);
        }
        streams.stream()
                .filter(stream -> stream.lost() > 0)
                .forEach(stream -> terminal.print(terminal.yellow(Terminal.plain(losses(stream, start)))));
        recording.gaps().forEach(gap -> terminal.print(Terminal.plain(gap(gap, start))));
    }

    private static String summary(Recording recording, List<StreamInfo> streams) {
        long messages = streams.stream().mapToLong(StreamInfo::messages).sum();
        long bytes = streams.stream().mapToLong(StreamInfo::bytes).sum();
        return Format.count(messages, "message") + " on " + Format.count(streams.size(), "stream") + ", "
                + Format.bytes(bytes)
                + (messages == 0 ? "" : ", " + Format.seconds(length(recording)) + " s from " + start(recording));
    }

    private static long length(Recording recording) {
        return Math.max(0, recording.window().endNanos() - recording.window().startNanos());
    }

    private static String start(Recording recording) {
        return Format.time(recording.window().startNanos());
    }

    private static String run(RunInfo run) {
        return "run of " + run.blueprint() + ", started " + Format.time(run.startNanos()) + ", Java "
                + run.javaVersion();
    }

    private Table table(List<StreamInfo> streams, long start) {
        Table table = new Table(
                Column.name("stream"),
                Column.name("type"),
                Column.number("count"),
                Column.number("Hz"),
                Column.text("(range)"),
                Column.number("first"),
                Column.number("last"),
                Column.number("size"),
                Column.number("lost"));
        streams.forEach(stream -> row(table, stream, start));
        return table;
    }

    private void row(Table table, StreamInfo stream, long start) {
        boolean any = stream.messages() > 0;
        table.row(
                stream.name(),
                terminal.interactive() ? Format.simpleName(stream.typeName()) : stream.typeName(),
                Format.count(stream.messages()),
                stream.rate().map(rate -> Format.hertz(rate.mean())).orElse("-"),
                stream.rate().map(InfoTable::range).orElse(""),
                any ? Format.seconds(stream.firstNanos() - start) : "-",
                any ? Format.seconds(stream.lastNanos() - start) : "-",
                Format.bytes(stream.bytes()),
                Format.count(stream.lost()));
    }

    private static String range(Rate rate) {
        return "(" + shortly(rate.min()) + "-" + shortly(rate.max()) + ")";
    }

    private static String shortly(double rate) {
        if (rate < 1) {
            return Format.hertz(rate);
        }
        return rate < 1000 ? Format.count(Math.round(rate)) : Format.count(Math.round(rate / 1000)) + "k";
    }

    private static String gap(Gap gap, long start) {
        return gap.stream().orElse("everything") + " was cut out between " + Format.seconds(gap.fromNanos() - start)
                + " s and " + Format.seconds(gap.toNanos() - start) + " s";
    }

    private static String losses(StreamInfo stream, long start) {
        long from = stream.losses().stream()
                .mapToLong(loss -> loss.fromNanos())
                .min()
                .orElse(start);
        long to =
                stream.losses().stream().mapToLong(loss -> loss.toNanos()).max().orElse(start);
        List<String> reasons =
                stream.losses().stream().map(loss -> loss.reason()).distinct().toList();
        return stream.name() + " lost " + Format.count(stream.lost(), "message") + " between "
                + Format.seconds(from - start) + " s and " + Format.seconds(to - start) + " s: "
                + String.join(", ", reasons);
    }
}
