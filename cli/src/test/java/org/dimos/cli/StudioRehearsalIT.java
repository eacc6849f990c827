package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dimos.cli.testing.Count;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioRehearsalIT {
    @TempDir
    private Path folder;

    @Test
    void looksAtARecordingAndQuits() throws Exception {
        Path file = folder.resolve("memory.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            var unused = writer.stream(StreamSpec.of("count", Count.class))
                    .append(Observation.of("count", 1, 1, new Count(1)));
        }
        byte[] before = Files.readAllBytes(file);
        assertTimeout(Duration.ofSeconds(15), () -> StudioRehearsal.run(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Recording.open(file).recorded()).hasSize(1);
    }
}
