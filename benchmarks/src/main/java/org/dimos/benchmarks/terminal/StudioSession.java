package org.dimos.benchmarks.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dimos.benchmarks.terminal.PseudoTerminal.Size;

/** Somebody with a clock at {@code dimos studio}. All times are in milliseconds. */
public final class StudioSession implements AutoCloseable {
    private static final String RIGHT = "\033[C";
    private static final String LEFT = "\033[D";
    private static final String HOME = "\033[H";
    private static final long STEP_MILLIS = 5000;
    private static final Duration REST = Duration.ofMillis(150);
    private static final Duration LONG_REST = Duration.ofMillis(600);
    private static final Pattern LANE = Pattern.compile("\\[ \\] \\S+ .*[\\u2801-\\u28ff]");
    private static final Pattern POSITION = Pattern.compile(" (?:(\\d+):)?(\\d+):(\\d+\\.\\d+) / ");

    private final PseudoTerminal terminal;

    private StudioSession(PseudoTerminal terminal) {
        this.terminal = terminal;
    }

    /** Starts it. */
    public static StudioSession start(Path dimos, Size screen, Path recording, Path state) throws IOException {
        return new StudioSession(PseudoTerminal.start(
                screen,
                Map.of("DIMOS_STATE", state.toString()),
                List.of(dimos.toAbsolutePath().toString(), "studio", recording.toString())));
    }

    /** From the start to the first line. */
    public double title() throws IOException, InterruptedException {
        return millis(terminal.started(), terminal.await(text -> text.contains("dimos studio")));
    }

    /** From the start to when all lanes in sight were drawn and nothing changed any more. */
    public double complete() throws IOException, InterruptedException {
        long drawn = terminal.await(text -> LANE.matcher(text).find());
        return millis(terminal.started(), terminal.settled(drawn, LONG_REST));
    }

    /** Presses keys, and waits for longer than it takes. */
    public void press(String keys) throws IOException, InterruptedException {
        long unused = terminal.type(keys);
        pause(LONG_REST);
    }

    /** Begins to play. */
    public void play() throws IOException, InterruptedException {
        long from = position();
        long unusedPress = terminal.type(" ");
        long unused = terminal.await(text -> text.contains("PLAY") && position(text) > from + 1000);
    }

    /**
     * Steps of 5 s from the beginning, ten forward and ten back again, each until the screen does not change any more.
     *
     * @param together how many are asked for at once
     */
    public List<Double> steps(int count, int together) throws IOException, InterruptedException {
        press(HOME);
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean forward = together > 1 ? i % 2 == 0 : i % 20 < 10;
            long before = position();
            taken.add(reaction((forward ? RIGHT : LEFT).repeat(together)));
            if (position() == before) {
                throw new IOException("the key did nothing:\n" + terminal.text());
            }
        }
        return taken;
    }

    /** Some closer and as many back again, each until the screen does not change any more. */
    public List<Double> zooms(int count) throws IOException, InterruptedException {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(reaction(i % 10 < 5 ? "+" : "-"));
        }
        return taken;
    }

    /** Steps of 5 s while something is played, each until the screen shows a time from behind the step. */
    public List<Double> stepsWhilePlaying(int count) throws IOException, InterruptedException {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long before = position();
            long pressed = terminal.type(RIGHT);
            taken.add(millis(pressed, terminal.await(text -> position(text) >= before + STEP_MILLIS)));
            pause(REST);
        }
        return taken;
    }

    private double reaction(String keys) throws IOException, InterruptedException {
        long pressed = terminal.type(keys);
        return millis(pressed, terminal.settled(pressed, REST));
    }

    /** Processor time over a while, in percent of a core. */
    public double load(Duration time) throws InterruptedException {
        long from = System.nanoTime();
        long before = terminal.cpuNanos();
        pause(time);
        return 100.0 * (terminal.cpuNanos() - before) / (System.nanoTime() - from);
    }

    private long position() {
        return position(terminal.text());
    }

    /** The time that the status line shows; none is before all. */
    private static long position(String screen) {
        Matcher shown = POSITION.matcher(screen);
        if (!shown.find()) {
            return -1;
        }
        long hours = Optional.ofNullable(shown.group(1)).map(Long::parseLong).orElse(0L);
        long minutes = 60 * hours + Long.parseLong(shown.group(2));
        return 60_000 * minutes + Math.round(1000 * Double.parseDouble(shown.group(3)));
    }

    private static void pause(Duration time) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }

    /** Quits, and waits until it has ended. */
    public void quit() throws IOException, InterruptedException {
        terminal.end("q");
    }

    @Override
    public void close() {
        terminal.close();
    }
}
