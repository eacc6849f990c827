package org.dimos.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Writes the script that completes commands, options and blueprints in bash and zsh. */
@Command(name = "completion", description = "Writes the completion script of bash: source <(dimos completion)")
final class CompletionCommand implements Callable<Integer> {
    private final Program program;
    private final CommandLine root;

    CompletionCommand(Program program, CommandLine root) {
        this.program = program;
        this.root = root;
    }

    @Override
    public Integer call() {
        program.terminal().print(AutoComplete.bash("dimos", root));
        return ExitCode.OK;
    }
}
