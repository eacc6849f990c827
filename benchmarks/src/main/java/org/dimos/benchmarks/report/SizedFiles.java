package org.dimos.benchmarks.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Terminal;
import picocli.CommandLine.Option;

/** The recordings of some sizes that a benchmark measures, made one after the other, and the options about them. */
public final class SizedFiles {
    @Option(
            names = "--sizes",
            split = ",",
            converter = ByteSize.class,
            paramLabel = "SIZE",
            description = "Sizes of the recordings (default: 1GB,2GB,5GB).")
    private List<Long> sizes = List.of(1_000_000_000L, 2_000_000_000L, 5_000_000_000L);

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to make the recordings.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--keep", description = "Keeps the recordings.")
    private boolean keep;

    /** Makes a recording of each size and measures it. */
    public void measure(Terminal terminal, Maker maker, Measurement measurement) throws Exception {
        try (Scratch scratch = Scratch.in(folder, keep)) {
            for (long size : sizes) {
                Path file = scratch.file(size / 1_000_000 + "MB.db");
                terminal.note("writing " + file + " of " + Format.bytes(size));
                maker.make(file, size);
                terminal.note("measuring");
                measurement.measure(file);
                if (!keep) {
                    scratch.delete(file);
                }
            }
        }
    }

    /** Makes a recording. */
    public interface Maker {
        /** Makes a recording of about that many bytes. */
        void make(Path file, long bytes) throws Exception;
    }

    /** Measures something with a recording. */
    public interface Measurement {
        /** Measures. */
        void measure(Path file) throws Exception;
    }
}
