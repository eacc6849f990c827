package org.dimos.cli;

import java.util.concurrent.Callable;
import org.dimos.record.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a span of a recording. */
@Command(name = "cut", description = "Removes a span of a recording, which is a gap afterwards.")
final class CutCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The recording: a file, a name in data, or a run.")
    private String file = "";

    @Mixin
    private SpanChoice span = new SpanChoice();

    @Mixin
    private EditTarget target = new EditTarget();

    CutCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        span.check();
        Recording recording = new Recordings(program).open(file);
        target.save(
                recording.edit().deleteRange(span.from(recording), span.to(recording), span.streams()),
                program.terminal());
        return ExitCode.OK;
    }
}
