package org.dimos.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.imports.ImportOptions;
import org.dimos.record.imports.ImportResult;
import org.dimos.record.imports.ImportedStream;
import org.dimos.record.imports.Importer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a recording of another format's file. */
@Command(
        name = "import",
        description = "Makes a recording of a ROS 1 bag, a rosbag2 SQLite bag, an MCAP file or an LCM log.")
final class ImportCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description = "A .bag, .db3, .mcap or .lcmlog file, or a rosbag2 folder.")
    private Path source = Path.of("");

    @Parameters(index = "1", paramLabel = "TARGET", description = "The new recording.")
    private Path target = Path.of("");

    @Option(
            names = "--rename",
            paramLabel = "TOPIC=STREAM",
            description = "Calls a topic's stream something else than the topic without its leading slash.")
    private Map<String, String> rename = new LinkedHashMap<>();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    ImportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Terminal terminal = program.terminal();
        StatusLine status = new StatusLine(terminal);
        ImportResult result =
                Importer.importBag(source, RecordChoice.fresh(target), new ImportOptions(rename), status::show);
        status.clear();
        if (json) {
            terminal.print(Json.of(data(result)));
        } else {
            print(result, terminal);
        }
        result.warnings().forEach(terminal::warn);
        return ExitCode.OK;
    }

    private void print(ImportResult result, Terminal terminal) {
        terminal.print(Terminal.plain(result.target() + ": " + Format.count(result.messages(), "message") + " on "
                + Format.count(result.streams().size(), "stream") + " of " + source));
        Table table = new Table(
                Column.name("topic"),
                Column.name("stream"),
                Column.name("type"),
                Column.number("messages"),
                Column.name("kept as"));
        result.streams()
                .forEach(stream -> table.row(
                        stream.topic(),
                        stream.stream(),
                        stream.typeName(),
                        Format.count(stream.messages()),
                        stream.opaque().map(reason -> "bytes: " + reason).orElse("decoded")));
        table.print(terminal);
    }

    private static Map<String, Object> data(ImportResult result) {
        return Json.object(
                "target",
                result.target().toString(),
                "messages",
                result.messages(),
                "streams",
                result.streams().stream().map(ImportCommand::data).toList(),
                "warnings",
                List.copyOf(result.warnings()));
    }

    private static Map<String, Object> data(ImportedStream stream) {
        return Json.object(
                "topic",
                stream.topic(),
                "stream",
                stream.stream(),
                "type",
                stream.typeName(),
                "messages",
                stream.messages(),
                "decoded",
                !stream.isOpaque());
    }
}
