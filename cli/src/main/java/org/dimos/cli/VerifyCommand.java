package org.dimos.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.config.Settings;
import org.dimos.blueprint.verify.Verification;
import org.dimos.blueprint.verify.VerifyReport;
import org.dimos.record.FileSource;
import org.dimos.record.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replays in lockstep and compares what comes out with what was recorded. */
@Command(
        name = "verify",
        sortOptions = false,
        customSynopsis = "dimos verify NAME... --replay [FILE] [OPTION...]",
        description =
                "Replays a recording into a blueprint in lockstep and compares what its modules make of it with what"
                        + " was recorded of them.",
        footer = {
            "",
            "Exits with 0 if all is equal and with 1 if not. A module's configuration is set with --MODULE.FIELD VALUE."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            completionCandidates = BlueprintNames.class,
            description = "A blueprint; several are put together.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--replay",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = "",
            description = "The recording; without a name the blueprint's own.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Compares with the streams of this recording instead, such as those of an earlier version.")
    private Optional<Path> against = Optional.empty();

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Keeps what the replay gives in a new file, to compare later versions with (--against).")
    private Optional<Path> outputs = Optional.empty();

    @Mixin
    private final ToleranceChoice tolerance = new ToleranceChoice();

    @Option(
            names = "--keep",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "MODULE...",
            description = "Runs these modules and leaves the others to the recording; by default all run that can.")
    private List<String> keep = List.of();

    @Option(
            names = "--disable",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "MODULE...",
            description = "Leaves modules out.")
    private List<String> disabled = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Reads the modules' configurations from JSON: {\"Module\": {\"field\": 1}}")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    VerifyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        String title = String.join("+", names);
        Blueprint blueprint = program.catalog().of(names).disable(disabled.toArray(String[]::new));
        Recording recording = Recording.open(path(title, blueprint));
        Verification verification = Verification.of(blueprint, recording)
                .keeping(new LinkedHashSet<>(keep))
                .within(tolerance.tolerances())
                .with(settings());
        verification = against.map(FileSource::new).map(verification::against).orElse(verification);
        verification = outputs.map(RecordChoice::fresh)
                .map(verification::keepingOutputsIn)
                .orElse(verification);
        VerifyReport report = verification.run();
        new VerifyText(program.terminal(), title, recording.name()).print(report, json);
        return report.isEqual() ? ExitCode.OK : ExitCode.FAILED;
    }

    private Path path(String title, Blueprint blueprint) {
        return file.filter(name -> !name.isEmpty())
                .map(Path::of)
                .or(blueprint::defaultRecording)
                .orElseThrow(() -> new UsageException(
                        "blueprint '" + title + "' has no recording of its own; name one: --replay FILE"));
    }

    private Settings settings() {
        Settings settings =
                Settings.none().withEnvironment(program.environment()).withCommandLine(program.moduleFields());
        return config.map(settings::withFile).orElse(settings);
    }
}
