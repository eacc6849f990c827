package org.dimos.record.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.dimos.core.message.MessageFormatException;
import org.dimos.record.RecordingException;

/**
 * A program that feeds damaged inputs to all targets in turn for some seconds, in a JVM whose memory is bounded from outside. Ends with 0
 * if every input was read or refused, and quickly. Otherwise it says which target failed at which number; the same number alone, as a
 * fourth argument, does it again.
 */
final class FuzzRun {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FAILED = 1;

    private final Path folder;
    private final List<FuzzTarget> targets;
    private final PrintStream out;
    private final Map<String, int[]> counts = new TreeMap<>();
    private volatile String running = "";
    private volatile long since = Long.MAX_VALUE;
    private volatile long usedBefore;

    private FuzzRun(Path folder, List<FuzzTarget> targets, PrintStream out) {
        this.folder = folder;
        this.targets = targets;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @param args seed, seconds, an empty folder, the shared data; and to repeat one input, its target and number
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(args[2]);
        List<FuzzTarget> targets =
                new FuzzTargets(Files.createDirectory(folder.resolve("seeds")), Path.of(args[3])).all();
        FuzzRun run = new FuzzRun(Files.createDirectory(folder.resolve("work")), targets, out);
        run.watch();
        if (args.length > 4) {
            FuzzTarget target = targets.stream()
                    .filter(each -> each.name().equals(args[4]))
                    .findFirst()
                    .orElseThrow();
            run.once(target, Long.parseLong(args[5]));
        } else {
            run.forSeconds(Long.parseLong(args[0]), Long.parseLong(args[1]));
        }
        out.println("done: " + run.summary());
    }

    private void forSeconds(long seed, long seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long slice = TimeUnit.MILLISECONDS.toNanos(100);
        long number = seed;
        while (System.nanoTime() < end) {
            for (FuzzTarget target : targets) {
                long sliceEnd = System.nanoTime() + slice;
                do {
                    once(target, number++);
                } while (System.nanoTime() < sliceEnd);
            }
        }
    }

    private void once(FuzzTarget target, long number) throws Exception {
        byte[] input = target.input(number, folder);
        running = target.name() + " " + number;
        usedBefore = THREADS.getCurrentThreadCpuTime();
        since = System.nanoTime();
        boolean read = false;
        try {
            target.reading().read(input, folder);
            read = true;
        } catch (RecordingException | MessageFormatException e) {
            // That is how damage is told.
        } catch (Throwable e) {
            fail(e);
        }
        since = Long.MAX_VALUE;
        counts.computeIfAbsent(target.name(), name -> new int[2])[read ? 1 : 0]++;
        clear(folder);
    }

    private void fail(Throwable e) {
        out.println("FAILED: " + running + ": " + e);
        e.printStackTrace(out);
        Runtime.getRuntime().halt(FAILED);
    }

    /** Empties a folder. */
    static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** An input that takes too long ends the program, whatever it is busy with. */
    private void watch() {
        Thread reader = Thread.currentThread();
        Thread watch = new Thread(() -> {
            while (true) {
                if (isTooLong(reader)) {
                    out.println("HANGS: " + running);
                    for (StackTraceElement frame : reader.getStackTrace()) {
                        out.println("    " + frame);
                    }
                    Runtime.getRuntime().halt(FAILED);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** On a busy machine time passes without anything being done, so it is the time of the processor that counts. */
    private boolean isTooLong(Thread reader) {
        long started = since;
        long waited = started == Long.MAX_VALUE ? 0 : System.nanoTime() - started;
        return waited > LONGEST_WAIT_NANOS
                || (waited > LONGEST_NANOS && THREADS.getThreadCpuTime(reader.getId()) - usedBefore > LONGEST_NANOS);
    }

    private String summary() {
        StringBuilder text = new StringBuilder();
        counts.forEach((name, count) -> text.append(name)
                .append(": ")
                .append(count[1])
                .append(" read, ")
                .append(count[0])
                .append(" refused; "));
        return text.toString();
    }
}
