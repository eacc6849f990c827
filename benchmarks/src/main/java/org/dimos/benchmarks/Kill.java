package org.dimos.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.dimos.benchmarks.crash.Casualty;
import org.dimos.benchmarks.report.ByteSize;
import org.dimos.benchmarks.report.Figures;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills a recorder at random points and looks at what is left of its recording. */
@Command(
        name = "Kill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Kills a recording process with SIGKILL at random points and opens what is left.",
            "Exit code 1 if a file is damaged, a row that was said to be stored is not there, more than 250 ms are",
            "lost, or a file takes more than 100 ms to open."
        })
public final class Kill implements Callable<Integer> {
    private static final Duration LONGEST_WINDOW = Duration.ofMillis(250);
    private static final Duration LONGEST_OPENING = Duration.ofMillis(100);

    @Option(names = "--rounds", paramLabel = "N", description = "How many recorders to kill (default: 100).")
    private int rounds = 100;

    @Option(
            names = "--large-rounds",
            paramLabel = "N",
            description = "How many more to kill when their files are large (default: 8).")
    private int largeRounds = 8;

    @Option(
            names = "--large",
            converter = ByteSize.class,
            paramLabel = "SIZE",
            description = "What a large file is (default: 250MB).")
    private long large = 250_000_000L;

    @Option(names = "--longest", paramLabel = "MS", description = "The longest time to record (default: 2000).")
    private long longest = 2000;

    @Option(names = "--seed", paramLabel = "N", description = "When to kill (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to record; on the disk in question.")
    private Optional<Path> folder = Optional.empty();

    private final Terminal terminal = Terminal.ofProcess(System.getenv());
    private final Table table = new Table(
            Column.text("files of"),
            Column.number("kills"),
            Column.number("damaged"),
            Column.number("stored"),
            Column.number("stored rows lost"),
            Column.number("not stored"),
            Column.number("window ms p50"),
            Column.number("worst"),
            Column.number("reopened ms p50"),
            Column.number("worst"));

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Kill()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        boolean good = true;
        try (Scratch scratch = Scratch.in(folder, false)) {
            SplittableRandom random = new SplittableRandom(seed);
            kill(scratch, 1, 0, random);
            if (rounds > 0) {
                good = print("any size", kill(scratch, rounds, 0, random));
            }
            if (largeRounds > 0) {
                good &= print(Format.bytes(large), kill(scratch, largeRounds, large, random));
            }
        }
        table.print(terminal);
        terminal.print(good ? "no file damaged, nothing stored lost, within the limits" : "NOT as it must be");
        terminal.out().flush();
        return good ? 0 : 1;
    }

    private List<Casualty> kill(Scratch scratch, int count, long bytes, SplittableRandom random)
            throws IOException, InterruptedException {
        List<Casualty> casualties = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = scratch.file("victim.db");
            Casualty casualty = Casualty.of(file, bytes, Duration.ofMillis(random.nextLong(longest)));
            casualties.add(casualty);
            casualty.damage().ifPresent(damage -> terminal.note("damaged: " + damage));
            terminal.note((i + 1) + "/" + count + ": " + casualty.stored() + " stored, " + casualty.lost() + " not, in "
                    + Format.milliseconds(casualty.window()) + " ms; reopened in "
                    + Format.milliseconds(casualty.reopened()) + " ms");
            scratch.delete(file);
            scratch.delete(scratch.file("victim.db.log"));
        }
        return casualties;
    }

    private boolean print(String size, List<Casualty> casualties) {
        Figures windows = millis(casualties.stream().map(Casualty::window).toList());
        Figures openings = millis(casualties.stream().map(Casualty::reopened).toList());
        long damaged =
                casualties.stream().filter(one -> one.damage().isPresent()).count();
        long missing = casualties.stream().mapToLong(Casualty::missing).sum();
        table.row(
                size,
                Format.count(casualties.size()),
                Format.count(damaged),
                Format.count(casualties.stream().mapToLong(Casualty::stored).sum()),
                Format.count(missing),
                Format.count(casualties.stream().mapToLong(Casualty::lost).sum()),
                Figures.text(windows.median()),
                Figures.text(windows.max()),
                Figures.text(openings.median()),
                Figures.text(openings.max()));
        return damaged == 0
                && missing == 0
                && windows.max() <= LONGEST_WINDOW.toMillis()
                && openings.max() <= LONGEST_OPENING.toMillis();
    }

    private static Figures millis(List<Duration> times) {
        return Figures.of(times.stream().map(time -> time.toNanos() / 1e6).toList());
    }
}
