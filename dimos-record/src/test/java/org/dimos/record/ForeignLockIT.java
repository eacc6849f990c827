package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.time.Timeline;
import org.dimos.record.sqlite.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process locks the recording while a graph publishes. */
class ForeignLockIT {
    private static final int SECONDS = 3;
    private static final int MESSAGES = 2_000 * SECONDS;

    @TempDir
    Path folder;

    @Test
    void doesNotHoldUpPublishersAndLosesNoCount() throws Exception {
        Path file = folder.resolve("run.db");
        Bus bus = new Bus();
        List<Channel<Double>> channels =
                List.of(bus.channel("imu", Double.class), bus.channel("battery", Double.class));
        try (Timeline timeline = Timeline.live()) {
            Recorder recorder = new Recorder(new FileTarget(file), new RecorderConfig(), timeline.clock(), "test");
            channels.forEach(recorder::record);
            recorder.start();
            bus.open();
            Process other = lock(file);
            publish(channels, timeline);
            assertThat(other.isAlive()).as("the file is still locked").isTrue();
            other.getOutputStream().close();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            recorder.stop();
        }
        for (Channel<Double> channel : channels) {
            assertThat(storedAndLost(file, channel.stream())).isEqualTo(MESSAGES);
        }
    }

    private static Process lock(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).isEqualTo("locked");
        return process;
    }

    /** Each channel gets 2,000 messages a second, four every two milliseconds. */
    private static void publish(List<Channel<Double>> channels, Timeline timeline) {
        Flowable.interval(2, TimeUnit.MILLISECONDS, timeline.timers())
                .onBackpressureBuffer()
                .take(MESSAGES / 4)
                .blockingForEach(tick -> {
                    for (int i = 0; i < 4; i++) {
                        double value = tick * 4.0 + i;
                        long now = timeline.clock().nanos();
                        channels.forEach(channel -> channel.publish(Envelope.published(value, now)));
                    }
                });
    }

    private static long storedAndLost(Path file, String stream) {
        try (RecordingFile recording = RecordingFile.open(file)) {
            StreamInfo info = recording.stream(stream);
            return info.messages() + info.lost();
        }
    }
}
