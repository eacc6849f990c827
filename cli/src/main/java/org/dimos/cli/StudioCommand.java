package org.dimos.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.cli.studio.Studio;
import org.dimos.cli.text.SystemTerminal;
import org.dimos.core.time.SystemClock;
import org.dimos.record.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The terminal editor. */
@Command(
        name = "studio",
        sortOptions = false,
        description = "Plays, records and edits recordings on the whole terminal; '?' tells what keys do.")
final class StudioCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The recording: a file, a name in data, or a run. Without one, what runs now.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--run",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "BLUEPRINT",
            completionCandidates = BlueprintNames.class,
            description = "Plays into this blueprint, as 'dimos run BLUEPRINT --replay FILE' does.")
    private List<String> blueprints = List.of();

    @Mixin
    private final ConfigChoice config = new ConfigChoice();

    StudioCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        checkTerminal();
        Optional<Blueprint> into = blueprints.isEmpty()
                ? Optional.empty()
                : Optional.of(program.catalog().of(blueprints));
        Recordings recordings = new Recordings(program);
        Optional<Recording> recording = file.map(name -> Recording.of(recordings.source(name)));
        Studio studio = new Studio(
                recordings::source,
                name -> named(name, recordings),
                (name, blueprint) -> RecordChoice.fresh(
                        name.isEmpty()
                                ? RecordChoice.defaultFile(blueprint, new SystemClock().now())
                                : named(name, recordings)),
                new LiveRuns(recordings.state()),
                into,
                config.settings(program),
                program.environment());
        try (Interruption interruption = Interruption.listen()) {
            studio.run(SystemTerminal.open(), recording, program.terminal().colours(), interruption.requested());
        } catch (IOException e) {
            throw new UsageException("the terminal cannot be used: " + e.getMessage());
        }
        return ExitCode.OK;
    }

    private static Path named(String name, Recordings recordings) {
        return name.contains("/") || name.endsWith(".db")
                ? Path.of(name)
                : recordings.data().file(name);
    }

    private void checkTerminal() {
        List<String> mistakes = new ArrayList<>();
        String kind = program.environment().getOrDefault("TERM", "");
        if (!ReplayKeys.canBeRead(program.terminal())) {
            mistakes.add("studio draws on a terminal and reads its keys, and this is none; 'dimos info',"
                    + " 'dimos cut' and others work without one");
        } else if (List.of("", "dumb").contains(kind)) {
            mistakes.add("studio cannot draw on a terminal of the kind '" + kind
                    + "'; set TERM to what it is, such as xterm-256color");
        }
        if (!mistakes.isEmpty()) {
            throw new UsageException(mistakes);
        }
    }
}
