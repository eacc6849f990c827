package org.dimos.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dimos.benchmarks.report.ByteSize;
import org.dimos.benchmarks.report.Figures;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.benchmarks.terminal.PseudoTerminal;
import org.dimos.benchmarks.terminal.PseudoTerminal.Size;
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
        description = "Starts 'dimos studio' on terminals of several sizes with a recording of 20 streams, presses keys,"
                + " and measures how long it takes until the screen shows what comes of it.")
public final class StudioTimes implements Callable<Integer> {
    private static final double FIRST_LIMIT = 1000;
    private static final double STEP_LIMIT = 50;
    private static final double IDLE_LIMIT = 10;
    private static final String RIGHT = "\033[C";
    private static final String LEFT = "\033[D";
    private static final int TOGETHER = 30;
    private static final Duration REST = Duration.ofMillis(150);
    private static final Duration LONG_REST = Duration.ofMillis(600);
    private static final Pattern LANE = Pattern.compile("\\[ \\] \\S+ .*[\\u2801-\\u28ff]");
    private static final Pattern POSITION = Pattern.compile(" (?:(\\d+):)?(\\d+):(\\d+\\.\\d+) / ");

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
    private final Table loads =
            new Table(Column.text("terminal"), Column.text("% of a core"), Column.number("CPU"), Column.number("limit"));
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
        try (PseudoTerminal unusedWarmUp = start(screen, recording, state)) {
            firstScreen(unusedWarmUp);
        }
        List<Double> first = new ArrayList<>();
        List<Double> complete = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            try (PseudoTerminal studio = start(screen, recording, state)) {
                first.add(millis(studio.started(), studio.await(text -> text.contains("dimos studio"))));
                complete.add(millis(studio.started(), firstScreen(studio)));
                studio.end("q");
            }
        }
        row(screen, "start to the title", first, FIRST_LIMIT);
        row(screen, "start to the screen with all lanes", complete, FIRST_LIMIT);
        try (PseudoTerminal studio = start(screen, recording, state)) {
            long unused = firstScreen(studio);
            load(screen, "idle", studio, IDLE_LIMIT);
            scrub(screen, studio);
            studio.end("q");
        }
    }

    private PseudoTerminal start(Size screen, Path recording, Path state) throws IOException {
        return PseudoTerminal.start(
                screen,
                Map.of("DIMOS_STATE", state.toString()),
                List.of(dimos.toAbsolutePath().toString(), "studio", recording.toString()));
    }

    /** When all lanes in sight were drawn and nothing changed any more. */
    private static long firstScreen(PseudoTerminal studio) throws IOException, InterruptedException {
        long drawn = studio.await(text -> LANE.matcher(text).find());
        return studio.settled(drawn, LONG_REST);
    }

    private void scrub(Size screen, PseudoTerminal studio) throws IOException, InterruptedException {
        row(screen, "a step of 5 s", steps(studio, 1), STEP_LIMIT);
        row(screen, TOGETHER + " steps at once", steps(studio, TOGETHER), STEP_LIMIT);
        press(studio, "++++++");
        row(screen, "a step of 5 s, zoomed in", steps(studio, 1), STEP_LIMIT);
        press(studio, "0");
        row(screen, "zooming in or out", zooms(studio), STEP_LIMIT);
        press(studio, "0");
        play(studio);
        load(screen, "playing", studio, Double.NaN);
        row(screen, "a step of 5 s, playing", stepsWhilePlaying(studio), STEP_LIMIT);
        press(studio, " ");
        row(screen, "a step of 5 s, paused", steps(studio, 1), STEP_LIMIT);
    }

    private static void press(PseudoTerminal studio, String keys) throws IOException, InterruptedException {
        long unused = studio.type(keys);
        pause(LONG_REST);
    }

    private static void play(PseudoTerminal studio) throws IOException, InterruptedException {
        long from = position(studio.text());
        long unusedPress = studio.type(" ");
        long unused = studio.await(text -> text.contains("PLAY") && position(text) > from + 1000);
    }

    /** Forward for the first half, back again in the other, each until the screen does not change any more. */
    private List<Double> steps(PseudoTerminal studio, int together) throws IOException, InterruptedException {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            boolean forward = together > 1 ? i % 2 == 0 : i < steps / 2;
            long before = position(studio.text());
            long pressed = studio.type((forward ? RIGHT : LEFT).repeat(together));
            taken.add(millis(pressed, studio.settled(pressed, REST)));
            if (position(studio.text()) == before) {
                throw new IOException("the key did nothing:\n" + studio.text());
            }
        }
        return taken;
    }

    private List<Double> zooms(PseudoTerminal studio) throws IOException, InterruptedException {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            long pressed = studio.type(i % 10 < 5 ? "+" : "-");
            taken.add(millis(pressed, studio.settled(pressed, REST)));
        }
        return taken;
    }

    /** Each until the screen shows a time from behind the step. */
    private List<Double> stepsWhilePlaying(PseudoTerminal studio) throws IOException, InterruptedException {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < steps / 2; i++) {
            long before = position(studio.text());
            long pressed = studio.type(RIGHT);
            taken.add(millis(pressed, studio.await(text -> position(text) >= before + 5000)));
            pause(REST);
        }
        return taken;
    }

    /** The time that the status line shows, in milliseconds; none is before all. */
    private static long position(String screen) {
        Matcher shown = POSITION.matcher(screen);
        if (!shown.find()) {
            return -1;
        }
        long hours = Optional.ofNullable(shown.group(1)).map(Long::parseLong).orElse(0L);
        long minutes = 60 * hours + Long.parseLong(shown.group(2));
        return 60_000 * minutes + Math.round(1000 * Double.parseDouble(shown.group(3)));
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

    private void load(Size screen, String what, PseudoTerminal studio, double limit) throws InterruptedException {
        long from = System.nanoTime();
        long before = studio.cpuNanos();
        pause(Duration.ofSeconds(seconds));
        double percent = 100.0 * (studio.cpuNanos() - before) / (System.nanoTime() - from);
        loads.row(screen.toString(), what, Figures.text(percent), Figures.text(limit));
        reached &= !(percent > limit);
    }

    private static void pause(Duration time) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}
