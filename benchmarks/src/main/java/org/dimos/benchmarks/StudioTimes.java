package org.dimos.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.benchmarks.report.ByteSize;
import org.dimos.benchmarks.report.Figures;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.benchmarks.terminal.PseudoTerminal.Size;
import org.dimos.benchmarks.terminal.StudioSession;
import org.dimos.benchmarks.traffic.Traffic;
import org.dimos.benchmarks.traffic.TrafficFile;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a person waits for {@code dimos studio}, from the command line to the screen and from a key to the screen. */
@Command(
        name = "StudioTimes",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Starts 'dimos studio' on terminals of several sizes with a recording of 20 streams, presses keys,"
                        + " and measures how long it takes until the screen shows what comes of it.")
public final class StudioTimes implements Callable<Integer> {
    private static final double FIRST_LIMIT = 1000;
    private static final double STEP_LIMIT = 50;
    private static final double IDLE_LIMIT = 10;
    private static final int TOGETHER = 30;

    @Option(
            names = "--size",
            converter = ByteSize.class,
            paramLabel = "SIZE",
            description = "Size of the recording (default: 5GB).")
    private long size = 5_000_000_000L;

    @Option(names = "--file", paramLabel = "FILE", description = "A recording that is there already.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--screens",
            split = ",",
            paramLabel = "SIZE",
            description = "Sizes of the terminal (default: 80x24,200x60).")
    private List<String> screens = List.of("80x24", "200x60");

    @Option(names = "--starts", paramLabel = "N", description = "How often to start (default: ${DEFAULT-VALUE}).")
    private int starts = 10;

    @Option(names = "--steps", paramLabel = "N", description = "Keys of each kind (default: ${DEFAULT-VALUE}).")
    private int steps = 50;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long to look at one that is idle, and at one that plays (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(names = "--dimos", paramLabel = "FILE", description = "The program (default: ${DEFAULT-VALUE}).")
    private Path dimos = Path.of("dimos");

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to make the recording.")
    private Optional<Path> folder = Optional.empty();

    private final Terminal terminal = Terminal.ofProcess(System.getenv());
    private final Table times = new Table(
            Column.text("terminal"),
            Column.text("milliseconds"),
            Column.number("p50"),
            Column.number("p99"),
            Column.number("max"),
            Column.number("limit"));
    private final Table loads = new Table(
            Column.text("terminal"), Column.text("% of a core"), Column.number("CPU"), Column.number("limit"));
    private boolean reached = true;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new StudioTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Scratch scratch = Scratch.in(folder, false)) {
            Path recording = file.orElse(scratch.file("memory.db"));
            if (file.isEmpty()) {
                terminal.note("writing " + recording + " of " + Format.bytes(size));
                TrafficFile.write(recording, Traffic.mobileRobot(), size);
            }
            for (String screen : screens) {
                terminal.note("measuring at " + screen);
                measure(Size.of(screen), recording, scratch.file("state"));
            }
        }
        times.print(terminal);
        loads.print(terminal);
        terminal.print(reached ? "all within their limits" : "NOT within their limits");
        terminal.out().flush();
        return reached ? 0 : 1;
    }

    private void measure(Size screen, Path recording, Path state) throws IOException, InterruptedException {
        List<Double> title = new ArrayList<>();
        List<Double> complete = new ArrayList<>();
        try (StudioSession warmUp = StudioSession.start(dimos, screen, recording, state)) {
            double unused = warmUp.complete();
        }
        for (int i = 0; i < starts; i++) {
            try (StudioSession studio = StudioSession.start(dimos, screen, recording, state)) {
                title.add(studio.title());
                complete.add(studio.complete());
                studio.quit();
            }
        }
        row(screen, "start to the title", title, FIRST_LIMIT);
        row(screen, "start to the screen with all lanes", complete, FIRST_LIMIT);
        try (StudioSession studio = StudioSession.start(dimos, screen, recording, state)) {
            double unused = studio.complete();
            load(screen, "idle", studio, IDLE_LIMIT);
            scrub(screen, studio);
            studio.quit();
        }
    }

    private void scrub(Size screen, StudioSession studio) throws IOException, InterruptedException {
        row(screen, "a step of 5 s", studio.steps(steps, 1), STEP_LIMIT);
        row(screen, TOGETHER + " steps at once", studio.steps(steps, TOGETHER), STEP_LIMIT);
        studio.press("++++++");
        row(screen, "a step of 5 s, zoomed in", studio.steps(steps, 1), STEP_LIMIT);
        studio.press("0");
        row(screen, "zooming in or out", studio.zooms(steps), STEP_LIMIT);
        studio.press("0");
        studio.play();
        load(screen, "playing", studio, Double.NaN);
        row(screen, "a step of 5 s, playing", studio.stepsWhilePlaying(steps / 2), STEP_LIMIT);
        studio.press(" ");
        row(screen, "a step of 5 s, paused", studio.steps(steps, 1), STEP_LIMIT);
    }

    private void row(Size screen, String what, List<Double> taken, double limit) {
        Figures figures = Figures.of(taken);
        times.row(
                screen.toString(),
                what,
                Figures.text(figures.median()),
                Figures.text(figures.percentile(99)),
                Figures.text(figures.max()),
                Figures.text(limit));
        reached &= figures.percentile(99) <= limit;
    }

    private void load(Size screen, String what, StudioSession studio, double limit) throws InterruptedException {
        double percent = studio.load(Duration.ofSeconds(seconds));
        loads.row(screen.toString(), what, Figures.text(percent), Figures.text(limit));
        reached &= !(percent > limit);
    }
}
