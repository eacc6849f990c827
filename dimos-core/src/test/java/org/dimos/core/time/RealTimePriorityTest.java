package org.dimos.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RealTimePriorityTest {
    private static final Path STATE = Path.of("/proc/thread-self/stat");

    /** The policy and whether it was granted, of a thread of its own, so that no other test runs before all others. */
    private record Outcome(boolean granted, String policy) {
        static Outcome ofThisThread() throws IOException {
            boolean granted = RealTimePriority.request();
            return new Outcome(granted, policyOfThisThread());
        }
    }

    private static String policyOfThisThread() throws IOException {
        String state = Files.readString(STATE);
        String[] behindTheName = state.substring(state.lastIndexOf(')') + 2).split(" ", -1);
        return behindTheName[38];
    }

    @Test
    void theThreadHasItExactlyIfItWasGranted() throws ExecutionException, InterruptedException {
        assumeThat(STATE).as("the state of a thread, which only Linux tells").exists();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Outcome outcome = thread.submit(Outcome::ofThisThread).get();

            assertThat(outcome.policy()).isEqualTo(outcome.granted() ? "2" : "0");
        } finally {
            thread.shutdown();
        }
    }

    @Test
    void whatSuchAThreadStartsIsOrdinary() throws ExecutionException, InterruptedException {
        assumeThat(STATE).as("the state of a thread, which only Linux tells").exists();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        ExecutorService started = Executors.newSingleThreadExecutor();
        try {
            Outcome unused = thread.submit(Outcome::ofThisThread).get();

            String policy = thread.submit(() -> started.submit(RealTimePriorityTest::policyOfThisThread)
                            .get())
                    .get();

            assertThat(policy).isEqualTo("0");
        } finally {
            thread.shutdown();
            started.shutdown();
        }
    }
}
