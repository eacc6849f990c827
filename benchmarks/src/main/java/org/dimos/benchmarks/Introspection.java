package org.dimos.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dimos.benchmarks.report.Figures;
import org.dimos.benchmarks.report.JavaProcess;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.benchmarks.terminal.PseudoTerminal;
import org.dimos.benchmarks.terminal.PseudoTerminal.Size;
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
 * What it costs to watch a graph: one process with many modules and streams, alone and watched in turns. Exit code 1 if the
 * threads that tell about it take more than 2 % of the processor time that the graph takes.
 */
@Command(
        name = "introspection",
        mixinStandardHelpOptions = true,
        description =
                "Measures what 'dimos top', 'dimos ps' and 'dimos spy' cost the graph that they watch, and what they"
                        + " take themselves: alone and watched in turns.")
public final class Introspection implements Callable<Integer> {
    private static final double LIMIT = 0.02;
    private static final String PROGRAM = "org.dimos.cli.Dimos";
    private static final Size SCREEN = new Size(80, 24);
    private static final int WARM_UP_SECONDS = 20;
    private static final int START_SECONDS = 20;
    private static final Pattern MINUTES = Pattern.compile("(\\d+)m([\\d.]+)s");
    private static final List<String> SMALL = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Ddimos.terminal=true",
            "-Ddimos.keys=true",
            "-Ddimos.columns=" + SCREEN.columns(),
            "-Ddimos.rows=" + SCREEN.rows());

    private final Terminal terminal = Terminal.ofProcess(System.getenv());
    private final Clock clock = new SystemClock();
    private final Table table = new Table(
            Column.text("% of a processor, median"),
            Column.number("graph"),
            Column.number("of it telling"),
            Column.number("% of graph"),
            Column.number("watcher"),
            Column.number("% of graph"));
    private final List<String> sentences = new ArrayList<>();
    private boolean reached = true;

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

    @Option(names = "--rounds", defaultValue = "3", description = "How many turns of each kind; ${DEFAULT-VALUE}.")
    private int rounds;

    /** What a turn took, in processor time per wall time. */
    private record Turn(double graph, double telling, double watcher) {}

    /** Measures. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Introspection()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Scratch scratch = Scratch.in(Optional.empty(), false)) {
            Path state = scratch.path();
            try (GraphProcess graph = GraphProcess.start(state, modules, hertz, false)) {
                terminal.note("in one process");
                pause(WARM_UP_SECONDS);
                watch(graph, state, "top");
                ask(graph, state, "ps");
            }
            try (GraphProcess graph = GraphProcess.start(state, modules, hertz, true)) {
                terminal.note("with all streams on LCM");
                pause(WARM_UP_SECONDS);
                watch(graph, state, "spy");
            }
        }
        table.print(terminal);
        sentences.forEach(terminal::print);
        terminal.print(reached ? "telling is within the limit of 2 %" : "telling is NOT within the limit of 2 %");
        terminal.out().flush();
        return reached ? 0 : 1;
    }

    private void watch(GraphProcess graph, Path state, String command) throws IOException, InterruptedException {
        List<Turn> alone = new ArrayList<>();
        List<Turn> watched = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            alone.add(turn(graph, () -> 0));
            try (PseudoTerminal watcher = PseudoTerminal.start(SCREEN, environment(state), command(command))) {
                pause(START_SECONDS);
                starts.add(watcher.cpuNanos() / 1e6);
                watched.add(turn(graph, watcher::cpuNanos));
                watcher.end("q");
            }
            terminal.note(command + ": round " + (round + 1) + " of " + rounds);
        }
        double own = median(alone, Turn::graph);
        row("alone, before " + command, alone, own);
        row("watched by " + command, watched, own);
        reached &= median(watched, Turn::telling) / own <= LIMIT;
        sentences.add(command + ": its first " + START_SECONDS + " s take "
                + Figures.text(Figures.of(starts).median()) + " ms of processor time");
    }

    /** A command that looks once and ends: what a call costs. */
    private void ask(GraphProcess graph, Path state, String command) throws IOException, InterruptedException {
        List<Double> telling = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Usage idle = graph.usage();
            pause(1);
            Usage before = graph.usage();
            long start = clock.nanos();
            own.add(processorMillis(state, command));
            double nanos = clock.nanos() - start;
            Usage after = graph.usage();
            double announcing = (before.tellingNanos() - idle.tellingNanos()) * nanos / 1e9;
            telling.add((after.tellingNanos() - before.tellingNanos() - announcing) / 1e6);
        }
        sentences.add("a call of " + command + " takes "
                + Figures.text(Figures.of(telling).median()) + " ms of the graph and "
                + Figures.text(Figures.of(own).median()) + " ms of its own, the start of Java included");
    }

    /** What a command takes from beginning to end, as the shell counts it. */
    private static double processorMillis(Path state, String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("bash", "-c", "\"$@\" >/dev/null; times", "times"));
        words.addAll(command(command));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment(state));
        Process process = builder.start();
        String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("'dimos " + command + "' failed");
        }
        Matcher minutes = MINUTES.matcher(times.lines().skip(1).findFirst().orElse(""));
        return minutes.results()
                .mapToDouble(
                        time -> 60_000 * Double.parseDouble(time.group(1)) + 1000 * Double.parseDouble(time.group(2)))
                .sum();
    }

    private static List<String> command(String word) {
        return JavaProcess.builder(SMALL, PROGRAM, word).command();
    }

    private static Map<String, String> environment(Path state) {
        return Map.of("DIMOS_STATE", state.toString(), GraphProcess.BUS_VARIABLE, GraphProcess.BUS);
    }

    private Turn turn(GraphProcess graph, LongSupplier watcher) throws IOException, InterruptedException {
        long start = clock.nanos();
        Usage before = graph.usage();
        long watcherBefore = watcher.getAsLong();
        pause(seconds);
        Usage after = graph.usage();
        double nanos = clock.nanos() - start;
        return new Turn(
                (after.cpuNanos() - before.cpuNanos()) / nanos,
                (after.tellingNanos() - before.tellingNanos()) / nanos,
                (watcher.getAsLong() - watcherBefore) / nanos);
    }

    private static void pause(int length) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(length, TimeUnit.SECONDS);
    }

    private void row(String what, List<Turn> turns, double alone) {
        double telling = median(turns, Turn::telling);
        double watcher = median(turns, Turn::watcher);
        table.row(
                what,
                percent(median(turns, Turn::graph)),
                percent(telling),
                percent(telling / alone),
                percent(watcher),
                percent(watcher / alone));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> part) {
        return Figures.of(turns.stream().map(part::applyAsDouble).toList()).median();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share * 100);
    }
}
