package org.dimos.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.record.repair.Doctor;
import org.dimos.record.repair.Health;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether a recording is in order. */
@Command(
        name = "doctor",
        description =
                "Examines a recording, or with --network what LCM needs of this machine. The exit code is 0 if it is"
                        + " sound, 3 if it can be read and something is missing, 1 if it cannot be read or nothing travels.")
final class DoctorCommand implements Callable<Integer> {
    private static final int EVERY = 1000;

    private final Program program;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The recording: a file or a name in data.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--network", description = "Tells whether messages travel between processes, and what mends it.")
    private boolean network;

    @Option(names = "--quick", description = "Does not decode payloads, nor compare indexes with their tables.")
    private boolean quick;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    DoctorCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (network == name.isPresent()) {
            throw new UsageException("give either the name of a recording or --network");
        }
        return network ? new NetworkText(program).print(json) : examine(name.orElseThrow());
    }

    private int examine(String recording) {
        StatusLine status = new StatusLine(program.terminal());
        Path file = new Recordings(program).file(recording);
        Health health = Doctor.examine(file, quick, rows -> {
            if (rows % EVERY == 0) {
                status.show("examined " + Format.count(rows, "message"));
            }
        });
        status.clear();
        if (json) {
            program.terminal().print(Json.of(HealthText.data(health)));
        } else {
            new HealthText(program.terminal()).print(health);
        }
        return switch (health.verdict()) {
            case SOUND -> ExitCode.OK;
            case WITH_LOSSES -> ExitCode.LOSSES;
            case UNREADABLE -> ExitCode.FAILED;
        };
    }
}
