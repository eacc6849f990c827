package org.dimos.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dimos.cli.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands share: the terminal, the environment and the options that go with every command. */
@Command(
        name = "dimos",
        description = "Runs robot programs, records them and runs them again from the recording.",
        customSynopsis = "dimos COMMAND [OPTION...]",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "'dimos COMMAND --help' tells about a command."})
final class Program implements Callable<Integer> {
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Map<String, String> moduleFields;

    @Option(
            names = "--classpath",
            paramLabel = "JAR[:JAR...]",
            split = "[:;]",
            hideParamSyntax = true,
            scope = ScopeType.INHERIT,
            description = "Adds the blueprints of jars, separated by ':'.")
    private List<Path> jars = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Tells about the command.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    Program(Terminal terminal, Map<String, String> environment, Map<String, String> moduleFields) {
        this.terminal = terminal;
        this.environment = environment;
        this.moduleFields = moduleFields;
    }

    Terminal terminal() {
        return terminal;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** What the command line sets of the modules' configurations, by {@code Module.field}. */
    Map<String, String> moduleFields() {
        return moduleFields;
    }

    /** Without a command, tells which there are. */
    @Override
    public Integer call() {
        throw new UsageException("a command is missing; see 'dimos --help'");
    }

    /** The jars that were added. */
    List<Path> jars() {
        return jars;
    }

    /** The blueprints there are. */
    Catalog catalog() {
        return Catalog.load(jars);
    }
}
