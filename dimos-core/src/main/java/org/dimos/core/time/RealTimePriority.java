package org.dimos.core.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Real-time scheduling for one thread: on a busy machine it is run before all that is ordinary, so that it is late by microseconds
 * and not by the time slices of others. Java cannot ask for it; Linux's {@code chrt} can, for root and for those whom
 * {@code limits.conf} allows an {@code rtprio}. What the thread starts is ordinary again.
 */
public final class RealTimePriority {
    /** Low among the real-time priorities: above everything ordinary, below the kernel's own threads. */
    private static final String PRIORITY = "10";

    private static final long PATIENCE_MILLIS = 500;
    private static final Path THIS_THREAD = Path.of("/proc/thread-self");

    private RealTimePriority() {}

    /**
     * Asks for it for the thread that calls, which has to be one that mostly waits: while it works, a processor does nothing else. Waits
     * for the answer, which takes some milliseconds.
     *
     * @return whether it was granted
     */
    static boolean request() {
        return ask().map(RealTimePriority::isGranted).orElse(false);
    }

    /** Asks for it in the same way and does not wait: the thread has it a little later, or never. */
    public static void requestSoon() {
        var unused = ask();
    }

    private static Optional<Process> ask() {
        if (!Files.isSymbolicLink(THIS_THREAD)) {
            return Optional.empty();
        }
        try {
            String thread = Files.readSymbolicLink(THIS_THREAD).getFileName().toString();
            return Optional.of(new ProcessBuilder("chrt", "--reset-on-fork", "--rr", "--pid", PRIORITY, thread)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isGranted(Process chrt) {
        try {
            if (!chrt.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                chrt.destroyForcibly().waitFor();
            }
            return chrt.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
