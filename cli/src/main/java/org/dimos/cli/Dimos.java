package org.dimos.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.dimos.cli.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The {@code dimos} program. */
public final class Dimos {
    /** Narrower than that picocli breaks no lines. */
    private static final int LEAST_HELP_WIDTH = 55;

    private Dimos() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        System.exit(run(terminal, System.getenv(), args));
    }

    /** Runs a command in this process and answers its exit code. */
    public static int run(Terminal terminal, Map<String, String> environment, String... args) {
        Failures failures = new Failures(terminal, environment);
        try {
            ModuleFields fields = ModuleFields.in(args);
            Program program = new Program(terminal, environment, fields.values());
            List<String> words = fields.rest();
            return commandLine(program, failures, words).execute(words.toArray(String[]::new));
        } catch (UsageException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return failures.tell(e);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** Knows only the command that comes first, if it is one: to get to know all of them takes a while. */
    private static CommandLine commandLine(Program program, Failures failures, List<String> words) {
        CommandLine line = new CommandLine(program);
        Map<String, Supplier<Object>> commands = commands(program, line);
        String first = words.isEmpty() ? "" : words.get(0);
        if (commands.containsKey(first) && !first.equals("completion")) {
            commands.keySet().retainAll(Set.of(first));
        }
        commands.values().forEach(command -> line.addSubcommand(command.get()));
        Terminal terminal = program.terminal();
        return line.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(Math.max(LEAST_HELP_WIDTH, Math.min(100, terminal.columns())));
    }

    private static Map<String, Supplier<Object>> commands(Program program, CommandLine line) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("list", () -> new ListCommand(program));
        commands.put("run", () -> new RunCommand(program));
        commands.put("graph", () -> new GraphCommand(program));
        commands.put("info", () -> new InfoCommand(program));
        commands.put("ps", () -> new PsCommand(program));
        commands.put("stop", () -> new StopCommand(program));
        commands.put("log", () -> new LogCommand(program));
        commands.put("top", () -> new TopCommand(program));
        commands.put("runs", () -> new RunsCommand(program));
        commands.put("keep", () -> new KeepCommand(program));
        commands.put("record", () -> new RecordCommand(program));
        commands.put("spy", () -> new SpyCommand(program));
        commands.put("echo", () -> new EchoCommand(program));
        commands.put("publish", () -> new PublishCommand(program));
        commands.put("query", () -> new QueryCommand(program));
        commands.put("import", () -> new ImportCommand(program));
        commands.put("export", () -> new ExportCommand(program));
        commands.put("trim", () -> new TrimCommand(program));
        commands.put("cut", () -> new CutCommand(program));
        commands.put("merge", () -> new MergeCommand(program));
        commands.put("split", () -> new SplitCommand(program));
        commands.put("rename", () -> new RenameCommand(program));
        commands.put("doctor", () -> new DoctorCommand(program));
        commands.put("recover", () -> new RecoverCommand(program));
        commands.put("diff", () -> new DiffCommand(program));
        commands.put("verify", () -> new VerifyCommand(program));
        commands.put("rerun", () -> new RerunCommand(program));
        commands.put("studio", () -> new StudioCommand(program));
        commands.put("demo", () -> new DemoCommand(program));
        commands.put("completion", () -> new CompletionCommand(program, line));
        return commands;
    }
}
