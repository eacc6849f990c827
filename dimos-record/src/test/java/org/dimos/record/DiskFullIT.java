package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Opaque;
import org.dimos.record.RecorderStatus.State;
import org.dimos.record.sqlite.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a file system of its own of 24 MB, which takes a root user on Linux. */
@Timeout(60)
class DiskFullIT {
    private static final int SIZE = 10_000;

    @TempDir
    Path folder;

    private final AtomicLong time = new AtomicLong();
    private long published;
    private final Bus bus = new Bus();
    private final Channel<Opaque> camera = bus.channel("camera", Opaque.class);

    @BeforeEach
    void mount() throws Exception {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.toString()))
                .as("a file system can be mounted here")
                .isTrue();
        bus.open();
    }

    @AfterEach
    void unmount() throws Exception {
        var unused = run("umount", folder.toString());
    }

    @Test
    void goesOnWhenThereIsRoomAgain() throws IOException {
        Path ballast = Files.write(folder.resolve("ballast"), new byte[15_000_000]);
        Recorder recorder = recorder();
        fill(recorder);
        assertThat(recorder.status().reason()).contains("disk full");
        publish(400);
        assertThat(recorder.status().lost()).isPositive();
        Files.delete(ballast);
        await(() -> recorder.status().state() == State.RECORDING);
        long stored = recorder.status().stored();
        publish(1);
        RecorderReport report = recorder.stop();
        assertThat(report.failure()).isEmpty();
        assertThat(report.stored()).isGreaterThan(stored);
        assertThat(report.stored() + report.lost()).isEqualTo(published);
        assertThat(recorder.losses()).extracting(Loss::reason).contains("disk full");
        assertFileHas(report);
    }

    @Test
    void keepsWhatWasCommittedWhenItEndsFull() {
        Recorder recorder = recorder();
        fill(recorder);
        RecorderReport report = recorder.stop();
        assertThat(report.stored()).isPositive();
        assertThat(report.stored() + report.lost()).isEqualTo(published);
        assertThat(recorder.losses()).extracting(Loss::reason).contains("disk full");
        try (RecordingFile recording = RecordingFile.open(folder.resolve("run.db"))) {
            assertThat(recording.stream("camera").messages()).isEqualTo(report.stored());
        }
    }

    private void fill(Recorder recorder) {
        while (recorder.status().state() == State.RECORDING
                && !Thread.currentThread().isInterrupted()) {
            publish(1);
            Thread.onSpinWait();
        }
    }

    private Recorder recorder() {
        RecorderConfig config = new RecorderConfig().withQueueBytes(2_000_000).withBatchBytes(500_000);
        Recorder recorder = new Recorder(new FileTarget(folder.resolve("run.db")), config, time::get, "test");
        recorder.record(camera);
        recorder.start();
        return recorder;
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            Opaque message = new Opaque("vendor/Image", new Encoded("ros1", Bytes.wrap(new byte[SIZE])));
            published++;
            camera.publish(Envelope.published(message, time.addAndGet(1_000_000)));
        }
    }

    private void assertFileHas(RecorderReport report) {
        try (RecordingFile recording = RecordingFile.open(folder.resolve("run.db"))) {
            StreamInfo info = recording.stream("camera");
            assertThat(info.messages()).isEqualTo(report.stored());
            assertThat(info.lost()).isEqualTo(report.lost());
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
