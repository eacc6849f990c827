package org.dimos.cli;

import java.nio.file.Path;
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
        description = "Examines a recording. The exit code is 0 if it is sound, 3 if it can be read and something is"
                + " missing, 1 if it cannot be read.")
final class DoctorCommand implements Callable<Integer> {
    private static final int EVERY = 1000;

    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The recording: a file or a name in data.")
    private String name = "";

    @Option(names = "--quick", description = "Does not decode payloads, nor compare indexes with their tables.")
    private boolean quick;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    DoctorCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        StatusLine status = new StatusLine(program.terminal());
        Path file = new Recordings(program).file(name);
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
