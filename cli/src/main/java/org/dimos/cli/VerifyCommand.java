package org.dimos.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.verify.Verification;
import org.dimos.blueprint.verify.VerifyReport;
import org.dimos.record.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private final BlueprintChoice choice = new BlueprintChoice();

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
    private Optional<String> against = Optional.empty();

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Keeps what the replay gives in a new file, to compare later versions with (--against).")
    private Optional<Path> outputs = Optional.empty();

    @Mixin
    private final ToleranceChoice tolerance = new ToleranceChoice();

    @Mixin
    private final KeepChoice keep = new KeepChoice();

    @Mixin
    private final ConfigChoice config = new ConfigChoice();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    VerifyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        String title = choice.title();
        Blueprint blueprint = choice.blueprint(program);
        Recordings recordings = new Recordings(program);
        Recording recording = recordings.open(replayed(title, blueprint));
        Verification verification = Verification.of(blueprint, recording)
                .keeping(keep.modules())
                .within(tolerance.tolerances())
                .with(config.settings(program));
        verification =
                against.map(recordings::source).map(verification::against).orElse(verification);
        verification = outputs.map(RecordChoice::fresh)
                .map(verification::keepingOutputsIn)
                .orElse(verification);
        VerifyReport report = verification.run();
        new VerifyText(program.terminal(), title, recording.name()).print(report, json);
        return report.isEqual() ? ExitCode.OK : ExitCode.FAILED;
    }

    private String replayed(String title, Blueprint blueprint) {
        return file.filter(name -> !name.isEmpty())
                .or(() -> blueprint.defaultRecording().map(Path::toString))
                .orElseThrow(() -> new UsageException(
                        "blueprint '" + title + "' has no recording of its own; name one: --replay FILE"));
    }
}
