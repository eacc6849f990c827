package org.dimos.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Edit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives streams other names. */
@Command(name = "rename", description = "Gives streams of a recording other names.")
final class RenameCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(index = "0", paramLabel = "FILE", description = "The recording: a file or a name in data.")
    private String file = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            hideParamSyntax = true,
            paramLabel = "OLD=NEW...",
            description = "A stream and its new name.")
    private Map<String, String> names = new LinkedHashMap<>();

    @Mixin
    private EditTarget target = new EditTarget();

    RenameCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Edit edit = new Recordings(program).open(file).edit();
        for (Map.Entry<String, String> name : names.entrySet()) {
            edit = edit.rename(name.getKey(), name.getValue());
        }
        Terminal terminal = program.terminal();
        target.save(edit, terminal);
        return ExitCode.OK;
    }
}
