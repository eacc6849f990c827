package org.dimos.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dimos.benchmarks.report.Figures;
import org.dimos.benchmarks.report.JavaProcess;
import org.dimos.benchmarks.watch.GraphProcess;
import org.dimos.benchmarks.watch.GraphProcess.Usage;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What it costs a graph to be watched: one process with many modules and streams, alone and watched in turns. Exit code
 * 1 if watching takes more than 2 % of the processor time that the graph takes.
 */
@Command(
        name = "introspection",
        mixinStandardHelpOptions = true,
        description =
                "Measures what 'dimos top' and 'dimos ps' cost the graph that they watch: alone and watched in turns.")
public final class Introspection implements Callable<Integer> {
    private static final double LIMIT = 0.02;
    private static final String PROGRAM = "org.dimos.cli.Dimos";
    private static final List<String> SMALL =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");

    private final Terminal terminal = Terminal.ofProcess(System.getenv());
    private final Clock clock = new SystemClock();

    @Option(
            names = "--modules",
            defaultValue = "20",
            description = "How many modules, of five streams each; ${DEFAULT-VALUE}.")
    private int modules;

    @Option(
            names = "--hertz",
            defaultValue = "50",
            description = "Messages per second on each stream; ${DEFAULT-VALUE}.")
    private double hertz;

    @Option(names = "--seconds", defaultValue = "10", description = "How long each turn is; ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "5", description = "How many turns of each kind; ${DEFAULT-VALUE}.")
    private int rounds;

    /** What a turn took, in processor time per wall time. */
    private record Turn(double graph, double serving, double watcher, double messages) {}

    /** Measures. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Introspection()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path state = Files.createTempDirectory("dimos-introspection");
        List<Turn> alone = new ArrayList<>();
        List<Turn> watched = new ArrayList<>();
        List<Double> looks = new ArrayList<>();
        try (GraphProcess graph = GraphProcess.start(state, modules, hertz)) {
            Turn unusedWarmUp = turn(graph, List.of());
            for (int round = 0; round < rounds; round++) {
                alone.add(turn(graph, List.of()));
                Process top = dimos(state, "top").start();
                Turn unusedStartOfTop = turn(graph, List.of(), 2);
                watched.add(turn(graph, List.of(top)));
                top.destroy();
                top.waitFor();
                looks.add(ps(state));
                terminal.note("round " + (round + 1) + " of " + rounds);
            }
        } finally {
            Files.deleteIfExists(state.resolve("live"));
            Files.deleteIfExists(state);
        }
        return report(alone, watched, looks);
    }

    private static ProcessBuilder dimos(Path state, String... words) {
        ProcessBuilder builder = JavaProcess.builder(SMALL, PROGRAM, words).redirectOutput(Redirect.DISCARD);
        builder.environment().put("DIMOS_STATE", state.toString());
        return builder;
    }

    private Turn turn(GraphProcess graph, List<Process> watchers) throws IOException, InterruptedException {
        return turn(graph, watchers, seconds);
    }

    private Turn turn(GraphProcess graph, List<Process> watchers, int length) throws IOException, InterruptedException {
        long start = clock.nanos();
        Usage before = graph.usage();
        long watchersBefore = cpuNanos(watchers);
        boolean unused = new CountDownLatch(1).await(length, TimeUnit.SECONDS);
        Usage after = graph.usage();
        double nanos = clock.nanos() - start;
        return new Turn(
                (after.cpuNanos() - before.cpuNanos()) / nanos,
                (after.servingNanos() - before.servingNanos()) / nanos,
                (cpuNanos(watchers) - watchersBefore) / nanos,
                (after.sent() - before.sent()) / nanos * 1e9);
    }

    private static long cpuNanos(List<Process> processes) {
        return processes.stream()
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }

    /** How long a look with {@code ps} takes, in milliseconds. */
    private double ps(Path state) throws IOException, InterruptedException {
        long start = clock.nanos();
        int code = dimos(state, "ps").start().waitFor();
        if (code != 0) {
            throw new IOException("'dimos ps' failed with exit code " + code);
        }
        return (clock.nanos() - start) / 1e6;
    }

    private int report(List<Turn> alone, List<Turn> watched, List<Double> looks) {
        double before = median(alone.stream().map(Turn::graph).toList());
        double after = median(watched.stream().map(Turn::graph).toList());
        double serving = median(watched.stream().map(Turn::serving).toList());
        Table table = new Table(
                Column.text("% of a processor, median"), Column.number("alone"), Column.number("watched by top"));
        table.row("the graph's process", percent(before), percent(after));
        table.row(
                "of which answering",
                percent(median(alone.stream().map(Turn::serving).toList())),
                percent(serving));
        table.row("top", "-", percent(median(watched.stream().map(Turn::watcher).toList())));
        table.row(
                "messages per second",
                Figures.text(median(alone.stream().map(Turn::messages).toList())),
                Figures.text(median(watched.stream().map(Turn::messages).toList())));
        table.print(terminal);
        double share = serving / before;
        terminal.print("answering takes " + percent(share)
                + " % of what the graph takes alone; the difference of the turns is "
                + percent((after - before) / before) + " %, that of two turns alone up to "
                + percent(spread(alone.stream().map(Turn::graph).toList())) + " %");
        terminal.print("a call of ps takes " + Figures.text(median(looks)) + " ms");
        terminal.print(share <= LIMIT ? "within the limit of 2 %" : "NOT within the limit of 2 %");
        terminal.out().flush();
        return share <= LIMIT ? 0 : 1;
    }

    private static double spread(List<Double> values) {
        Figures figures = Figures.of(values);
        return (figures.max() - figures.percentile(0)) / figures.median();
    }

    private static double median(List<Double> values) {
        return Figures.of(values).median();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share * 100);
    }
}
