package org.dimos.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.RecordingException;
import org.dimos.record.repair.Recovery;
import org.dimos.record.sqlite.SalvagedStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves what can be read of a damaged recording. */
@Command(
        name = "recover",
        description = "Saves what can be read of a damaged recording into a new one. The exit code is 0 if everything"
                + " came over, 3 if something is missing, 1 if nothing can be read.")
final class RecoverCommand implements Callable<Integer> {
    private static final int EVERY = 1000;

    private final Program program;

    @Parameters(index = "0", paramLabel = "FILE", description = "The damaged recording, which stays as it is.")
    private String file = "";

    @Parameters(index = "1", paramLabel = "OUT", description = "The new recording.")
    private Path output = Path.of("");

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    RecoverCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Terminal terminal = program.terminal();
        Path target = RecordChoice.fresh(output);
        StatusLine status = new StatusLine(terminal);
        List<SalvagedStream> streams;
        try {
            streams = Recovery.recover(new Recordings(program).file(file), target, rows -> {
                if (rows % EVERY == 0) {
                    status.show("recovered " + Format.count(rows, "message"));
                }
            });
        } catch (RecordingException e) {
            status.clear();
            terminal.note(terminal.red("dimos:") + " " + Terminal.plain(String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        }
        status.clear();
        tell(streams, terminal);
        return streams.stream().anyMatch(stream -> stream.missing() > 0) ? ExitCode.LOSSES : ExitCode.OK;
    }

    private void tell(List<SalvagedStream> streams, Terminal terminal) {
        if (json) {
            terminal.print(Json.of(Json.object("target", output.toString(), "streams", streams)));
            return;
        }
        long rows = streams.stream().mapToLong(SalvagedStream::rows).sum();
        long missing = streams.stream().mapToLong(SalvagedStream::missing).sum();
        terminal.print(Terminal.plain(
                output + ": " + Format.count(rows, "message") + " recovered, " + Format.count(missing) + " missing"));
        Table table = new Table(Column.name("stream"), Column.number("recovered"), Column.number("missing"));
        streams.forEach(
                stream -> table.row(stream.name(), Format.count(stream.rows()), Format.count(stream.missing())));
        table.print(terminal);
    }
}
