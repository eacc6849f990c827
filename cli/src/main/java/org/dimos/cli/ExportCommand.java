package org.dimos.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Recording;
import org.dimos.record.exports.ExportOptions;
import org.dimos.record.exports.ExportResult;
import org.dimos.record.exports.ExportedStream;
import org.dimos.record.exports.Exporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes another format's file of a recording. */
@Command(
        name = "export",
        description = "Makes an MCAP file, which Foxglove and Lichtblick open, or an LCM log of a recording.")
final class ExportCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(index = "0", paramLabel = "FILE", description = "The recording: a file, a name in data, or a run.")
    private String file = "";

    @Parameters(index = "1", paramLabel = "OUT", description = "The new file: .mcap, .lcmlog or .log.")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "mcap or lcm, whatever the file is called.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--streams",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "GLOB...",
            description = "Exports these streams only: 'lidar', 'camera*'.")
    private List<String> streams = List.of();

    @Option(
            names = "--compression",
            paramLabel = "NAME",
            description = "For mcap: zstd (as long as nothing is said), lz4 or none.")
    private Optional<String> compression = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = TimePoint.Converter.class,
            description = "Starts there: seconds from the start, or a moment such as 2026-11-21T08:30:00Z.")
    private Optional<TimePoint> from = Optional.empty();

    @Option(names = "--to", paramLabel = "T", converter = TimePoint.Converter.class, description = "Ends before that.")
    private Optional<TimePoint> to = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    ExportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Terminal terminal = program.terminal();
        StatusLine status = new StatusLine(terminal);
        ExportResult result = Exporter.export(
                recording(),
                RecordChoice.fresh(out),
                new ExportOptions(format, compression),
                (messages, expected) -> status.show(messages, expected, messages));
        status.clear();
        if (json) {
            terminal.print(Json.of(data(result)));
        } else {
            print(result, terminal);
        }
        result.warnings().forEach(terminal::warn);
        return ExitCode.OK;
    }

    private Recording recording() {
        Recording all = new Recordings(program).open(file);
        Recording chosen = streams.isEmpty() ? all : all.only(streams.toArray(String[]::new));
        long start = chosen.window().startNanos();
        long first = from.map(point -> point.resolve(start)).orElse(start);
        Recording later = chosen.seek(Duration.ofNanos(Math.max(0, first - start)));
        return to.isEmpty()
                ? later
                : later.duration(Duration.ofNanos(to.get().resolve(start) - Math.max(first, start)));
    }

    private void print(ExportResult result, Terminal terminal) {
        terminal.print(Terminal.plain(result.target() + ": " + Format.count(result.messages(), "message") + " on "
                + Format.count(result.streams().size(), "stream") + " of " + file));
        Table table = new Table(Column.name("stream"), Column.name("written as"), Column.number("messages"));
        result.streams().forEach(stream -> table.row(stream.stream(), stream.form(), Format.count(stream.messages())));
        table.print(terminal);
    }

    private static Map<String, Object> data(ExportResult result) {
        return Json.object(
                "target",
                result.target().toString(),
                "format",
                result.format(),
                "messages",
                result.messages(),
                "streams",
                result.streams().stream().map(ExportCommand::data).toList(),
                "warnings",
                List.copyOf(result.warnings()));
    }

    private static Map<String, Object> data(ExportedStream stream) {
        return Json.object(
                "stream", stream.stream(), "form", stream.form(), "messages", stream.messages(), "left", stream.left());
    }
}
