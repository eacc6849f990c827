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
import org.dimos.record.Edit;
import org.dimos.record.Recording;
import org.dimos.record.overview.Overview;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private SizedFiles files = new SizedFiles();

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

    private final Terminal terminal = Terminal.ofProcess(System.getenv());
    private final TimesTable table = new TimesTable();

    public static void main(String... arguments) {
        System.exit(new CommandLine(new OverviewTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        files.measure(
                terminal,
                (file, size) -> TrafficFile.write(file, small ? Traffic.small() : Traffic.mobileRobot(), size),
                this::measure);
        return table.print(terminal) ? 0 : 1;
    }

    private void measure(Path file) throws IOException {
        table.row(file, "open, then the first screen", firstScreens(file), FIRST_LIMIT);
        Recording recording = Recording.open(file);
        table.row(file, "a step of the zoom", zoom(recording), STEP_LIMIT);
        Duration length = recording.window().length();
        Edit edit = recording.edit().deleteRange(length.dividedBy(3), length.dividedBy(2));
        table.row(file, "the same with a part cut out", zoom(edit.preview()), STEP_LIMIT);
    }

    private List<Double> firstScreens(Path file) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < FIRST_ROUNDS; i++) {
            times.add(TimesTable.millis(() -> {
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
                times.add(TimesTable.millis(() -> requireExact(overview, from, length)));
            }
        }
        return times;
    }

    private void requireExact(Overview overview, long from, long length) {
        if (!overview.lanes(from, from + length, bins).exact()) {
            throw new IllegalStateException("estimates, not counts");
        }
    }
}
