package org.dimos.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.core.Clock;
import org.dimos.core.bus.Channel;
import org.dimos.record.FileTarget;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderConfig;

/** Records a channel into a folder that is gone afterwards. */
record TemporaryRecorder(Path folder, Recorder recorder) implements AutoCloseable {

    static TemporaryRecorder of(Channel<?> channel, Clock clock) {
        Path folder = createFolder();
        Recorder recorder =
                new Recorder(new FileTarget(folder.resolve("memory.db")), new RecorderConfig(), clock, "benchmark");
        recorder.record(channel);
        recorder.start();
        return new TemporaryRecorder(folder, recorder);
    }

    private static Path createFolder() {
        try {
            return Files.createTempDirectory("dimos-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        recorder.close();
        Scratch.deleteAll(folder);
    }
}
