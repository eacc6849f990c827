package org.dimos.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.dimos.benchmarks.report.ByteSize;
import org.dimos.benchmarks.report.Figures;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.benchmarks.traffic.Traffic;
import org.dimos.benchmarks.traffic.TrafficFile;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Edit;
import org.dimos.record.Recording;
import org.dimos.record.overview.Overview;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long it takes to count a recording's messages for a timeline: for the first screen, and at each step of a zoom. */
@Command(
        name = "OverviewTimes",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Counts the messages of recordings of 20 streams in the bins of a timeline and measures how long it takes.")
public final class OverviewTimes implements Callable<Integer> {
    private static final double FIRST_LIMIT = 1000;
    private static final double STEP_LIMIT = 50;
    private static final int FIRST_ROUNDS = 5;

    @Option(
            names = "--sizes",
            split = ",",
            converter = ByteSize.class,
            paramLabel = "SIZE",
            description = "Sizes of the recordings (default: 1GB,2GB,5GB).")
    private List<Long> sizes = List.of(1_000_000_000L, 2_000_000_000L, 5_000_000_000L);

    @Option(
            names = "--small",
            description = "Sends small messages only, so that there are millions in each stream: 1 GB holds 4 million.")
    private boolean small;

    @Option(names = "--bins", paramLabel = "N", description = "Bins of the timeline (default: ${DEFAULT-VALUE}).")
    private int bins = 400;

    @Option(names = "--steps", paramLabel = "N", description = "Steps of the zoom (default: ${DEFAULT-VALUE}).")
    private int steps = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Where to zoom to (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to make the recordings.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--keep", description = "Keeps the recordings.")
    private boolean keep;

    private final Terminal terminal = Terminal.ofProcess(System.getenv());
    private boolean reached = true;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new OverviewTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Table table = new Table(
                Column.number("size"),
                Column.number("messages"),
                Column.text("what"),
                Column.number("p50 ms"),
                Column.number("p99 ms"),
                Column.number("max ms"),
                Column.number("limit ms"));
        try (Scratch scratch = Scratch.in(folder, keep)) {
            for (long size : sizes) {
                Path file = scratch.file(size / 1_000_000 + "MB.db");
                terminal.note("writing " + file + " of " + Format.bytes(size));
                TrafficFile.write(file, small ? Traffic.small() : Traffic.mobileRobot(), size);
                measure(table, file);
                if (!keep) {
                    scratch.delete(file);
                }
            }
        }
        table.print(terminal);
        terminal.print(reached ? "all within their limits" : "NOT within their limits");
        terminal.out().flush();
        return reached ? 0 : 1;
    }

    private void measure(Table table, Path file) throws IOException {
        terminal.note("measuring");
        row(table, file, "open, then the first screen", firstScreens(file), FIRST_LIMIT);
        Recording recording = Recording.open(file);
        row(table, file, "a step of the zoom", zoom(recording), STEP_LIMIT);
        Duration length = recording.window().length();
        Edit edit = recording.edit().deleteRange(length.dividedBy(3), length.dividedBy(2));
        row(table, file, "the same with a part cut out", zoom(edit.preview()), STEP_LIMIT);
    }

    private void row(Table table, Path file, String what, List<Double> times, double limit) throws IOException {
        Figures figures = Figures.of(times);
        long messages = Recording.open(file).recorded().stream()
                .mapToLong(stream -> stream.messages())
                .sum();
        table.row(
                Format.bytes(Files.size(file)),
                Format.count(messages),
                what,
                Figures.text(figures.median()),
                Figures.text(figures.percentile(99)),
                Figures.text(figures.max()),
                Figures.text(limit));
        reached &= figures.percentile(99) <= limit;
    }

    private List<Double> firstScreens(Path file) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < FIRST_ROUNDS; i++) {
            times.add(millis(() -> {
                try (Overview overview = Overview.of(Recording.open(file))) {
                    requireExact(
                            overview,
                            overview.recording().startNanos(),
                            overview.recording().loopNanos());
                }
            }));
        }
        return times;
    }

    private List<Double> zoom(Recording recording) {
        List<Double> times = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        try (Overview overview = Overview.of(recording)) {
            requireExact(overview, recording.startNanos(), recording.loopNanos());
            for (int i = 0; i < steps; i++) {
                long length = (long) (recording.loopNanos() * Math.pow(random.nextDouble(), 3)) + bins;
                long from = recording.startNanos() + random.nextLong(recording.loopNanos());
                times.add(millis(() -> requireExact(overview, from, length)));
            }
        }
        return times;
    }

    private void requireExact(Overview overview, long from, long length) {
        if (!overview.lanes(from, from + length, bins).exact()) {
            throw new IllegalStateException("estimates, not counts");
        }
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
