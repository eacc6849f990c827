package org.dimos.record.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dimos.core.message.MessageFormatException;
import org.dimos.record.RecordingException;

/**
 * All readers as one target of Jazzer: the first byte of an input picks the reader, the rest is what it reads. Jazzer calls it by the names
 * of its methods, in the process that {@link JazzerRun} starts.
 */
public final class JazzerTarget {
    static final String CORPUS = "corpus";
    static final String BEGINS = "the readers are fuzzed";

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static List<FuzzTarget> targets = List.of();
    private static Path work = Path.of("work");

    private JazzerTarget() {}

    /** Makes the valid inputs to begin with, in the folder where the process runs. */
    public static void fuzzerInitialize() throws IOException, SQLException {
        System.out.println(BEGINS);
        Path data = Path.of(System.getProperty("dimos.data"));
        Files.createDirectory(work);
        // The others have the same readers; what they add is their way of mutation.
        targets = new FuzzTargets(Files.createDirectory(Path.of("seeds")), data)
                .all().stream()
                        .filter(target -> !target.name().endsWith("-sql"))
                        .toList();
        for (int i = 0; i < targets.size(); i++) {
            writeSeeds(i, targets.get(i));
        }
    }

    private static void writeSeeds(int index, FuzzTarget target) throws IOException {
        int number = 0;
        for (byte[] seed : target.seeds()) {
            byte[] input = new byte[seed.length + 1];
            input[0] = (byte) index;
            System.arraycopy(seed, 0, input, 1, seed.length);
            Files.write(Path.of(CORPUS, target.name() + "-" + number++), input);
        }
    }

    /** Reads an input; what is thrown is a finding. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        FuzzTarget target = targets.get(Byte.toUnsignedInt(input[0]) % targets.size());
        long before = THREADS.getCurrentThreadCpuTime();
        boolean ended = false;
        try {
            target.reading().read(Arrays.copyOfRange(input, 1, input.length), work);
            ended = true;
        } catch (RecordingException | MessageFormatException e) {
            // That is how damage is told.
            ended = true;
        } finally {
            if (!ended) {
                System.out.println("FAILED: " + target.name());
            }
        }
        // On a busy machine time passes without anything being done, so it is the time of the processor that counts.
        long took = THREADS.getCurrentThreadCpuTime() - before;
        if (took > LONGEST_NANOS) {
            throw new IllegalStateException(
                    target.name() + " took " + TimeUnit.NANOSECONDS.toMillis(took) + " ms for one input");
        }
        FuzzRun.clear(work);
    }
}
