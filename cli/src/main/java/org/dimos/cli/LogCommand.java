package org.dimos.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.dimos.cli.log.LogFolder;
import org.dimos.cli.log.LogReader;
import org.dimos.cli.text.Terminal;
import org.dimos.core.text.Nearest;
import org.dimos.record.rolling.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a run had to say. */
@Command(name = "log", sortOptions = false, description = "Shows what a run had to say, also when it is over.")
final class LogCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Program program;
    private final StateFolder state;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run: its id, the beginning of it, or its blueprint, of which the newest run counts;"
                    + " else the newest run of all.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what the run says, until it ends or Ctrl-C.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "N", description = "The last N lines only.")
    private Optional<Integer> last = Optional.empty();

    LogCommand(Program program) {
        this.program = program;
        this.state = new Recordings(program).state();
    }

    @Override
    public Integer call() {
        last.filter(count -> count < 0).ifPresent(count -> {
            throw new UsageException("-n " + count + " is no number of lines");
        });
        String run = run();
        Path file = new LogFolder(state.logsPath()).file(run);
        try (LogReader reader = new LogReader(file)) {
            List<String> lines = reader.next();
            print(lines.subList(Math.max(0, lines.size() - last.orElse(lines.size())), lines.size()));
            if (follow) {
                follow(run, reader);
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e.getMessage());
        }
    }

    private String run() {
        List<String> runs = new LogFolder(state.logsPath()).runs();
        if (runs.isEmpty()) {
            throw new UsageException("there is no log in " + state.logsPath() + "; every 'dimos run' keeps one");
        }
        return name.map(asked -> named(asked, runs)).orElse(runs.get(0));
    }

    private static String named(String asked, List<String> runs) {
        Pattern blueprint = Pattern.compile("\\d{8}-\\d{6}-" + Pattern.quote(asked) + "-[0-9a-f]{4}");
        List<String> begin = runs.stream().filter(run -> run.startsWith(asked)).toList();
        if (begin.size() > 1 && !begin.contains(asked)) {
            throw new UsageException(
                    "'" + asked + "' is the beginning of several runs; name one of them: " + String.join(", ", begin));
        }
        return runs.stream()
                .filter(run -> run.equals(asked))
                .findFirst()
                .or(() -> begin.stream().findFirst())
                .or(() -> runs.stream()
                        .filter(run -> blueprint.matcher(run).matches())
                        .findFirst())
                .orElseThrow(
                        () -> new UsageException("no run named '" + asked + "' has a log" + Nearest.hint(asked, runs)));
    }

    private void follow(String run, LogReader reader) throws IOException {
        try (Interruption interruption = Interruption.listen()) {
            End end = End.firstOf(interruption.requested());
            LiveChoice runs = new LiveChoice(program);
            boolean over = false;
            while (!over && !program.terminal().out().checkError()) {
                over = end.comesWithin(POLL) || !runs.isGoingOn(run);
                print(reader.next());
            }
        }
    }

    private void print(List<String> lines) {
        lines.forEach(line -> program.terminal().print(Terminal.plain(line)));
        program.terminal().out().flush();
    }
}
