package org.dimos.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.record.Recording;
import org.dimos.record.edit.EditedSource;
import org.dimos.record.edit.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a recording apart along its time. */
@Command(name = "split", description = "Makes several recordings of one, one after the other in time.")
final class SplitCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The recording, which stays as it is.")
    private String name = "";

    @Option(names = "--every", paramLabel = "S", converter = Seconds.class, description = "Makes parts of S seconds.")
    private Optional<Duration> every = Optional.empty();

    @Option(
            names = "--at",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "T...",
            converter = TimePoint.Converter.class,
            description = "Begins a part at each of these times: seconds from the start, or moments.")
    private List<TimePoint> at = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR/NAME",
            description = "Where the parts go: a folder, or a name with %%d or %%03d for the number of the part."
                    + " Default: beside FILE, as NAME-001.db and so on.")
    private Optional<String> output = Optional.empty();

    SplitCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (every.isPresent() == !at.isEmpty()) {
            throw new UsageException("where to split is missing; name either a length with --every or times with --at");
        }
        Path file = new Recordings(program).file(name);
        Recording recording = Recording.open(file);
        List<EditedSource> parts = every.map(length -> Split.every(recording, length.toNanos()))
                .orElseGet(() -> Split.at(recording, points(recording)));
        PartPaths paths = PartPaths.of(file, output);
        for (int i = 1; i <= parts.size(); i++) {
            if (Files.exists(paths.path(i))) {
                throw new UsageException(paths.path(i) + " exists already and is not overwritten; name others with -o");
            }
        }
        for (int i = 1; i <= parts.size(); i++) {
            EditTarget.create(parts.get(i - 1), paths.path(i), program.terminal());
        }
        return ExitCode.OK;
    }

    private long[] points(Recording recording) {
        return at.stream()
                .mapToLong(point -> point.resolve(recording.window().startNanos()))
                .toArray();
    }
}
