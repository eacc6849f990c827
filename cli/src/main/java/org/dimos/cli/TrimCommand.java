package org.dimos.cli;

import java.util.concurrent.Callable;
import org.dimos.record.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps a span of a recording. */
@Command(name = "trim", description = "Keeps a span of a recording and removes what is before and after it.")
final class TrimCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The recording: a file, a name in data, or a run.")
    private String file = "";

    @Mixin
    private SpanChoice span = new SpanChoice();

    @Mixin
    private EditTarget target = new EditTarget();

    TrimCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        span.check();
        Recording recording = new Recordings(program).open(file);
        target.save(
                recording.edit().trim(span.from(recording), span.to(recording), span.streams()), program.terminal());
        return ExitCode.OK;
    }
}
