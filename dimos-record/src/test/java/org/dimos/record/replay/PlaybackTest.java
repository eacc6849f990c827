package org.dimos.record.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackTest {
    private static final long START = 1_700_000_000_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void readsAMessageWhenItIsItsTurn() throws SQLException {
        Path file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            append(writer, "early", 1);
            append(writer, "late", 3);
            append(writer, "early", 2);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM late_blob");
        }
        try (Playback playback = Recording.open(file).play()) {
            assertThat(playback.next().payload()).isEqualTo("early 1");
            assertThat(playback.next().payload()).isEqualTo("early 2");
            assertThatThrownBy(playback::next)
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining("'late' has no payload");
        }
    }

    @Test
    void putsMessagesOfOneTimeInTheOrderOfTheirStreams() {
        Path file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            append(writer, "b", 1);
            append(writer, "a", 1);
            append(writer, "b", 1);
            append(writer, "a", 0);
        }
        try (Playback playback = Recording.open(file).everyNth("b", 1).play()) {
            assertThat(playback)
                    .toIterable()
                    .extracting(Observation::payload)
                    .isEqualTo(java.util.List.of("a 0", "a 1", "b 1", "b 1"));
        }
    }

    private static void append(RecordingWriter writer, String stream, int second) {
        RecordingStream texts = writer.stream(StreamSpec.of(stream, String.class));
        long time = START + second * 1_000_000_000L;
        texts.append(Observation.of(stream, time, time, stream + " " + second));
    }
}
