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
import org.dimos.record.Recording;
import org.dimos.record.replay.Playback;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long it takes to the first message after a seek, and to what {@code info} shows, for recordings of some sizes. */
@Command(
        name = "Seek",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Seeks in recordings of 20 streams and measures the time to the first message, and that of info.")
public final class Seek implements Callable<Integer> {
    private static final double SEEK_LIMIT = 20;
    private static final double INFO_LIMIT = 1000;
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    private static final int INFO_ROUNDS = 5;

    @Option(
            names = "--sizes",
            split = ",",
            converter = ByteSize.class,
            paramLabel = "SIZE",
            description = "Sizes of the recordings (default: 1GB,2GB,5GB).")
    private List<Long> sizes = List.of(1_000_000_000L, 2_000_000_000L, 5_000_000_000L);

    @Option(names = "--seeks", paramLabel = "N", description = "Seeks per recording (default: ${DEFAULT-VALUE}).")
    private int seeks = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Where to seek to (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to make the recordings.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--dimos",
            paramLabel = "FILE",
            description = "The program whose 'info' is timed (default: ${DEFAULT-VALUE}).")
    private Path dimos = Path.of("dimos");

    @Option(names = "--keep", description = "Keeps the recordings.")
    private boolean keep;

    private final Terminal terminal = Terminal.ofProcess(System.getenv());
    private boolean reached = true;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Seek()).execute(arguments));
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
                TrafficFile.write(file, Traffic.mobileRobot(), size);
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

    private void measure(Table table, Path file) throws Exception {
        terminal.note("measuring");
        Recording recording = Recording.open(file);
        long messages = recording.recorded().stream()
                .mapToLong(stream -> stream.messages())
                .sum();
        String size = Format.bytes(Files.size(file));
        seeks(recording);
        row(table, size, messages, "seek in an open recording", seeks(recording), SEEK_LIMIT);
        row(table, size, messages, "open, then seek", openings(file, recording), NO_LIMIT);
        row(table, size, messages, "Recording.open (what info shows)", infos(file), INFO_LIMIT);
        row(table, size, messages, "dimos info, the whole program", programs(file), INFO_LIMIT);
    }

    private void row(Table table, String size, long messages, String what, List<Double> times, double limit) {
        Figures figures = Figures.of(times);
        table.row(
                size,
                Format.count(messages),
                what,
                Figures.text(figures.median()),
                Figures.text(figures.percentile(99)),
                Figures.text(figures.max()),
                limit == NO_LIMIT ? "-" : Figures.text(limit));
        reached &= figures.percentile(99) <= limit;
    }

    private List<Double> seeks(Recording recording) {
        List<Double> times = new ArrayList<>();
        for (Duration offset : offsets(recording)) {
            times.add(millis(() -> first(recording.seek(offset))));
        }
        return times;
    }

    private List<Double> openings(Path file, Recording recording) {
        List<Double> times = new ArrayList<>();
        for (Duration offset : offsets(recording)) {
            times.add(millis(() -> first(Recording.open(file).seek(offset))));
        }
        return times;
    }

    private List<Duration> offsets(Recording recording) {
        SplittableRandom random = new SplittableRandom(seed);
        long length = recording.window().length().toNanos();
        return random.longs(seeks, 0, length - 1).mapToObj(Duration::ofNanos).toList();
    }

    private static void first(Recording recording) {
        try (Playback playback = recording.play()) {
            playback.next().payload();
        }
    }

    private static List<Double> infos(Path file) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < INFO_ROUNDS; i++) {
            times.add(millis(() -> Recording.open(file)));
        }
        return times;
    }

    private List<Double> programs(Path file) throws IOException, InterruptedException {
        info(file);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < INFO_ROUNDS; i++) {
            long start = System.nanoTime();
            info(file);
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times;
    }

    private void info(Path file) throws IOException, InterruptedException {
        String program = dimos.toAbsolutePath().toString();
        Process process = new ProcessBuilder(program, "info", file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program + " info " + file + " failed");
        }
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
