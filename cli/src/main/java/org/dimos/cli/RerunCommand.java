package org.dimos.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.cli.rerun.ClassWatch;
import org.dimos.cli.rerun.ReplayProcess;
import org.dimos.cli.text.Terminal;
import org.dimos.record.FileSource;
import org.dimos.record.compare.Comparison;
import org.dimos.record.compare.Contents;
import org.dimos.record.compare.StreamComparison;
import org.dimos.record.compare.Tolerances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays in lockstep again whenever the classes change and says what that changed. */
@Command(
        name = "rerun",
        sortOptions = false,
        customSynopsis = "dimos rerun NAME... --replay FILE --watch [OPTION...]",
        description =
                "Replays a recording into a blueprint in lockstep, again whenever the program's classes change, and"
                        + " says what is different from the run before.",
        footer = {"", "A module's configuration is set with --MODULE.FIELD VALUE. Ctrl-C stops it."})
final class RerunCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private final BlueprintChoice choice = new BlueprintChoice();

    @Option(names = "--replay", paramLabel = "FILE", required = true, description = "The recording.")
    private String file = "";

    @Option(
            names = "--watch",
            description =
                    "Goes on for as long as it is let. Without it there is one replay, to try out what would run.")
    private boolean watch;

    @Mixin
    private final KeepChoice keep = new KeepChoice();

    @Mixin
    private final ConfigChoice config = new ConfigChoice();

    @Mixin
    private final ToleranceChoice tolerance = new ToleranceChoice();

    RerunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Tolerances tolerances = tolerance.tolerances();
        long start = new Recordings(program).open(file).startNanos();
        try (Interruption interruption = Interruption.listen();
                ReplayProcess replay = ReplayProcess.of(arguments());
                ClassWatch classes = ClassWatch.of(program.jars())) {
            Optional<Path> before = run(replay, Optional.empty(), start, tolerances);
            while (watch && classes.awaitChange(interruption::isRequested)) {
                Optional<Path> now = run(replay, before, start, tolerances);
                before = now.isPresent() ? now : before;
            }
            return before.isPresent() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        arguments.addAll(choice.words());
        arguments.addAll(List.of("--replay", file, "--json"));
        arguments.addAll(keep.words());
        arguments.addAll(config.words());
        if (!program.jars().isEmpty()) {
            arguments.addAll(List.of(
                    "--classpath",
                    String.join(":", program.jars().stream().map(Path::toString).toList())));
        }
        program.moduleFields().forEach((field, value) -> arguments.add("--" + field + "=" + value));
        return arguments;
    }

    /** Answers the outputs if the replay came to its end. */
    private Optional<Path> run(ReplayProcess replay, Optional<Path> before, long start, Tolerances tolerances) {
        Terminal terminal = program.terminal();
        ReplayProcess.Outcome outcome = replay.run();
        if (!outcome.complete()) {
            outcome.complaints().forEach(terminal::note);
            terminal.print(terminal.red("the replay failed") + (watch ? "; it runs again when classes change" : ""));
            terminal.out().flush();
            return Optional.empty();
        }
        terminal.print("replayed in " + String.format(Locale.ROOT, "%.1f s", outcome.seconds())
                + before.map(earlier -> "; " + compare(earlier, outcome.outputs(), start, tolerances))
                        .orElse(watch ? "; it runs again when classes change" : ""));
        terminal.out().flush();
        return Optional.of(outcome.outputs());
    }

    private static String compare(Path before, Path now, long start, Tolerances tolerances) {
        try (Contents earlier = Contents.open(new FileSource(before));
                Contents later = Contents.open(new FileSource(now))) {
            Comparison comparison = Comparison.of(earlier, later, tolerances);
            DifferenceText text = new DifferenceText(start, "the run before", "this one");
            List<String> changes = new ArrayList<>();
            for (StreamComparison stream : comparison.streams()) {
                stream.first().ifPresent(first -> changes.add("  " + text.sentence(stream, first)));
            }
            return changes.isEmpty()
                    ? "the outputs are the same as before"
                    : "the outputs changed" + System.lineSeparator() + String.join(System.lineSeparator(), changes);
        }
    }
}
