package org.dimos.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dimos.record.RecordingSource;
import org.dimos.record.edit.MergedSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one recording of several. */
@Command(
        name = "merge",
        description =
                "Makes one recording of several: streams of the same name and type become one, in the order of time.")
final class MergeCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(arity = "2..*", hideParamSyntax = true, paramLabel = "FILE...", description = "The recordings.")
    private List<String> files = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The new recording.")
    private Path output = Path.of("");

    @Option(
            names = "--prefix",
            description = "Puts the name of its file in front of each stream: 'lidar' of a.db becomes 'a/lidar'.")
    private boolean prefix;

    MergeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Recordings recordings = new Recordings(program);
        List<RecordingSource> parts = files.stream().map(recordings::source).toList();
        EditTarget.create(new MergedSource(parts, prefix), output, program.terminal());
        return ExitCode.OK;
    }
}
