package org.dimos.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dimos.benchmarks.report.ByteSize;
import org.dimos.benchmarks.report.Figures;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.benchmarks.store.Contestant;
import org.dimos.benchmarks.store.DimosTables;
import org.dimos.benchmarks.store.McapPackage;
import org.dimos.benchmarks.store.Messages;
import org.dimos.benchmarks.store.PlainSqlite;
import org.dimos.benchmarks.store.RawFile;
import org.dimos.benchmarks.store.WholeRecorder;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The workload W-STORE: the whole recorder beside plain SQLite, a raw file, and another format's writer. */
@Command(
        name = "Store",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes random bytes through the whole recorder, and in other ways, in turns; prints medians and ratios.",
            "Exit code 1 if the recorder is below 0.8 of plain sqlite-jdbc in a row."
        })
public final class Store implements Callable<Integer> {
    private static final double LEAST_RATIO = 0.8;
    private static final Contestant SMALL_PAGES = new PlainSqlite(4096);
    private static final Contestant LARGE_PAGES = new PlainSqlite(16384);
    private static final String MCAP = "@mcap/core";

    @Option(
            names = "--size",
            converter = ByteSize.class,
            paramLabel = "SIZE",
            description = "Bytes per row of the table (default: 250MiB).")
    private long size = 250L << 20;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds, after one to warm up (default: 3).")
    private int rounds = 3;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to write; on the disk in question.")
    private Optional<Path> folder = Optional.empty();

    private record Timing(String row, String contestant, double seconds) {}

    private final List<Timing> timings = new ArrayList<>();
    private final Terminal terminal = Terminal.ofProcess(System.getenv());

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Store()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Scratch scratch = Scratch.in(folder, false)) {
            Optional<McapPackage> mcap = McapPackage.install(scratch.file("mcap"));
            if (mcap.isEmpty()) {
                terminal.print("@mcap/core is left out: node and npm are needed, and the package");
            }
            List<Contestant> contestants = new ArrayList<>(List.of(
                    new WholeRecorder(),
                    new PlainSqlite(4096),
                    new PlainSqlite(16384),
                    new DimosTables(),
                    new RawFile()));
            mcap.ifPresent(contestants::add);
            List<Messages> rows = Messages.rows(size);
            measure(scratch, rows, contestants);
            return print(rows, contestants) ? 0 : 1;
        }
    }

    private void measure(Scratch scratch, List<Messages> rows, List<Contestant> contestants) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (Messages row : rows) {
                for (Contestant contestant : contestants) {
                    double seconds = measure(scratch, row, contestant);
                    if (round > 0) {
                        timings.add(new Timing(row.name(), contestant.name(), seconds));
                    }
                    terminal.note(String.format(
                            Locale.ROOT, "round %d  %-7s %-28s %.2f s", round, row.name(), contestant.name(), seconds));
                }
            }
        }
    }

    /** The median of the seconds that a contestant took for a row; NaN if it did not take part. */
    private double median(Messages row, String contestant) {
        return Figures.of(timings.stream()
                        .filter(timing -> timing.row().equals(row.name())
                                && timing.contestant().equals(contestant))
                        .map(Timing::seconds)
                        .toList())
                .median();
    }

    private static double measure(Scratch scratch, Messages row, Contestant contestant) throws Exception {
        System.gc();
        sync();
        Path file = scratch.file("store.out");
        double time = contestant.write(row, file);
        scratch.delete(file);
        return time;
    }

    /** What earlier files left to be written shall not be in the way. */
    private static void sync() throws InterruptedException {
        try {
            var unused = new ProcessBuilder("sync").start().waitFor();
        } catch (IOException e) {
            return;
        }
    }

    private boolean print(List<Messages> rows, List<Contestant> contestants) {
        Table table = new Table(
                Column.text("messages"), Column.text("written by"), Column.number("MB/s"), Column.number("messages/s"));
        Table ratios = new Table(
                Column.text("recorder /"),
                Column.number("best plain sqlite-jdbc"),
                Column.number("raw file"),
                Column.number(MCAP));
        boolean reached = true;
        for (Messages row : rows) {
            for (Contestant contestant : contestants) {
                double median = median(row, contestant.name());
                table.row(
                        row.name(),
                        contestant.name(),
                        Figures.text(row.bytes() / median / 1e6),
                        Format.count(Math.round(row.count() / median)));
            }
            double recorder = median(row, new WholeRecorder().name());
            double plain = Math.min(median(row, SMALL_PAGES.name()), median(row, LARGE_PAGES.name())) / recorder;
            ratios.row(
                    row.name(),
                    Figures.text(plain),
                    Figures.text(median(row, new RawFile().name()) / recorder),
                    Figures.text(median(row, MCAP) / recorder));
            reached &= plain >= LEAST_RATIO;
        }
        table.print(terminal);
        terminal.print("");
        ratios.print(terminal);
        terminal.print(reached ? "at least 0.8 of plain sqlite-jdbc in every row" : "BELOW 0.8 of plain sqlite-jdbc");
        terminal.out().flush();
        return reached;
    }
}
