package org.dimos.record.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that another process writes is followed until that process has closed it. */
class LiveQueryIT {
    private static final int MESSAGES = 500;

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyMessageOfAnotherProcessArrivesInOrder() throws Exception {
        Path file = folder.resolve("live.db");
        Process other = start(file);
        try {
            TestSubscriber<Long> ids = new TestSubscriber<>();
            Recording.open(file)
                    .query(Sample.STREAM)
                    .live(LiveBuffer.all(), Duration.ofMillis(5), Schedulers.io())
                    .map(Observation::id)
                    .take(MESSAGES)
                    .subscribe(ids);

            writeMessages(other);

            assertThat(ids.await(30, TimeUnit.SECONDS)).isTrue();
            ids.assertNoErrors();
            assertThat(ids.values())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, MESSAGES).boxed().toList());
        } finally {
            other.destroy();
        }
    }

    private static void writeMessages(Process other) throws IOException, InterruptedException {
        try (OutputStream input = other.getOutputStream()) {
            for (int i = 0; i < MESSAGES; i++) {
                input.write('.');
                input.flush();
            }
        }
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Process start(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
        return process;
    }
}
