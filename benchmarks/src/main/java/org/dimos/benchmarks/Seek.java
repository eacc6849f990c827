package org.dimos.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.dimos.benchmarks.report.SizedFiles;
import org.dimos.benchmarks.report.TimesTable;
import org.dimos.benchmarks.traffic.Traffic;
import org.dimos.benchmarks.traffic.TrafficFile;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Recording;
import org.dimos.record.replay.Playback;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private static final int INFO_ROUNDS = 5;

    @Mixin
    private SizedFiles files = new SizedFiles();

    @Option(names = "--seeks", paramLabel = "N", description = "Seeks per recording (default: ${DEFAULT-VALUE}).")
    private int seeks = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Where to seek to (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--dimos",
            paramLabel = "FILE",
            description = "The program whose 'info' is timed (default: ${DEFAULT-VALUE}).")
    private Path dimos = Path.of("dimos");

    private final Terminal terminal = Terminal.ofProcess(System.getenv());
    private final TimesTable table = new TimesTable();

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Seek()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        files.measure(terminal, (file, size) -> TrafficFile.write(file, Traffic.mobileRobot(), size), this::measure);
        return table.print(terminal) ? 0 : 1;
    }

    private void measure(Path file) throws Exception {
        Recording recording = Recording.open(file);
        seeks(recording);
        table.row(file, "seek in an open recording", seeks(recording), SEEK_LIMIT);
        table.row(file, "open, then seek", openings(file, recording), TimesTable.NO_LIMIT);
        table.row(file, "Recording.open (what info shows)", infos(file), INFO_LIMIT);
        table.row(file, "dimos info, the whole program", programs(file), INFO_LIMIT);
    }

    private List<Double> seeks(Recording recording) {
        List<Double> times = new ArrayList<>();
        for (Duration offset : offsets(recording)) {
            times.add(TimesTable.millis(() -> first(recording.seek(offset))));
        }
        return times;
    }

    private List<Double> openings(Path file, Recording recording) {
        List<Double> times = new ArrayList<>();
        for (Duration offset : offsets(recording)) {
            times.add(TimesTable.millis(() -> first(Recording.open(file).seek(offset))));
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
            times.add(TimesTable.millis(() -> Recording.open(file)));
        }
        return times;
    }

    private List<Double> programs(Path file) throws Exception {
        info(file);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < INFO_ROUNDS; i++) {
            times.add(TimesTable.millis(() -> info(file)));
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
}
