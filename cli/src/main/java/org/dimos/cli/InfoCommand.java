package org.dimos.cli;

import java.util.concurrent.Callable;
import org.dimos.cli.text.Json;
import org.dimos.record.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a recording holds. */
@Command(name = "info", description = "Shows what a recording holds.")
final class InfoCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The recording: a file, a name in data, or a run.")
    private String file = "";

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    InfoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Recording recording = new Recordings(program).open(file);
        if (json) {
            program.terminal().print(Json.of(InfoJson.of(recording)));
        } else {
            new InfoTable(program.terminal()).print(recording);
        }
        return ExitCode.OK;
    }
}
