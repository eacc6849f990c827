package org.dimos.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dimos.benchmarks.report.Figures;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.benchmarks.traffic.Traffic;
import org.dimos.benchmarks.workload.Rehearsal;
import org.dimos.benchmarks.workload.Rehearsal.Fate;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Records real traffic in real time and counts what became of every message. */
@Command(
        name = "Workloads",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Publishes in real time to a recorder; compares what was sent with what is stored and what is lost.",
            "W-REC: a robot, 22,500 messages in 30 s, with a stall of the encoder and a foreign lock of a second each.",
            "W-ROBOTEC: 20 x 200 kB x 25 Hz, 40 s. W-110: 500 x 100 B x 200 Hz and 5 MB x 10 Hz, 30 s.",
            "W-AUTO: a car, 570 MB/s, 30 s.",
            "Exit code 1 if a message is not accounted for, or if W-REC or W-ROBOTEC lose one."
        })
public final class Workloads implements Callable<Integer> {
    private record Workload(String name, Supplier<Traffic> traffic, int seconds, boolean hindered, boolean lossless) {}

    private static final List<Workload> ALL = List.of(
            new Workload("W-REC", Traffic::rec, 30, true, true),
            new Workload("W-ROBOTEC", Traffic::robotec, 40, false, true),
            new Workload("W-110", Traffic::manySmall, 30, false, false),
            new Workload("W-AUTO", Traffic::car, 30, false, false));

    @Parameters(arity = "0..*", paramLabel = "WORKLOAD", description = "Which ones (default: all).")
    private List<String> names = List.of();

    @Option(names = "--seconds", paramLabel = "N", description = "How long each, instead of its usual time.")
    private Optional<Integer> seconds = Optional.empty();

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to record; on the disk in question.")
    private Optional<Path> folder = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Terminal terminal = Terminal.ofProcess(System.getenv());

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Workloads()).execute(arguments));
    }

    @Override
    public Integer call() {
        List<String> known = ALL.stream().map(Workload::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "there is no workload '" + name + "'; there are " + known);
            }
        }
        Table table = new Table(
                Column.text("workload"),
                Column.number("sent"),
                Column.number("stored"),
                Column.number("lost"),
                Column.text("stored + lost = sent"),
                Column.number("MB/s stored"),
                Column.number("longest publish ms"),
                Column.number("latest publish ms"));
        boolean good = true;
        try (Scratch scratch = Scratch.in(folder, false)) {
            for (Workload workload : ALL) {
                if (names.isEmpty() || names.contains(workload.name())) {
                    good &= run(workload, scratch, table);
                }
            }
        }
        table.print(terminal);
        terminal.print(good ? "every message accounted for" : "NOT every message accounted for, or some lost");
        terminal.out().flush();
        return good ? 0 : 1;
    }

    private boolean run(Workload workload, Scratch scratch, Table table) {
        Duration time = Duration.ofSeconds(seconds.orElse(workload.seconds()));
        Path file = scratch.file("workload.db");
        terminal.note(workload.name() + ": recording for " + time.toSeconds() + " s");
        Rehearsal.Result result = new Rehearsal(workload.traffic().get(), time, workload.hindered()).run(file);
        scratch.delete(file);
        Fate total = result.total();
        table.row(
                workload.name(),
                Format.count(total.sent()),
                Format.count(total.stored()),
                Format.count(total.lost()),
                result.isWhole() ? "yes, in each of " + result.streams().size() + " streams" : "NO",
                Figures.text(total.bytes() / 1e6 / time.toSeconds()),
                Figures.text(result.longest().toNanos() / 1e6),
                Figures.text(result.latest().toNanos() / 1e6));
        return result.isWhole() && (total.lost() == 0 || !workload.lossless());
    }
}
