package org.dimos.record.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.std.Float64Message;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.StreamInfo;
import org.dimos.record.imports.ImportListener;
import org.dimos.record.imports.ImportOptions;
import org.dimos.record.imports.ImportResult;
import org.dimos.record.imports.Importer;
import org.dimos.record.imports.SharedData;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported and imported again is what it was. */
class RoundTripTest {
    private static final int MESSAGES = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"zstd,1", "lz4,2", "none,3", "zstd,4", "none,5"})
    void mcapGivesTheSameStreamsMessagesAndTimes(String compression, long seed) {
        Path original = folder.resolve("a.db");
        SampleRecording.write(original, seed, MESSAGES);
        Path copy = throughMcap(original, ExportOptions.defaults().withCompression(compression));

        assertSameStreams(original, copy, seed);
    }

    @Test
    void mcapGivesARealRobotsMessagesAgain() {
        Path original = folder.resolve("a.db");
        importBag(SharedData.file("recordings/tilt_laser.bag"), original);

        assertSameStreams(original, throughMcap(original, ExportOptions.defaults()), 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lcmLogsGiveTheSameMessages(long seed) {
        Path original = folder.resolve("a.db");
        Path log = folder.resolve("a.lcmlog");
        Path copy = folder.resolve("b.db");
        SampleRecording.write(original, seed, MESSAGES);
        export(Recording.open(original), log, ExportOptions.defaults());
        importBag(log, copy);

        for (String stream : List.of("odom", "scan", "depth", "camera", "robot0/cmd_vel", "notes")) {
            assertThat(payloads(copy, stream)).as(stream + " with seed " + seed).isEqualTo(payloads(original, stream));
        }
        assertThat(payloads(copy, "vendor")).hasSize(MESSAGES).hasOnlyElementsOfType(Opaque.class);
        assertThat(payloads(copy, "cpu")).hasSize(MESSAGES).hasOnlyElementsOfType(Float64Message.class);
        assertThat(times(copy, "robot0/cmd_vel")).isEqualTo(times(original, "robot0/cmd_vel"));
    }

    @Test
    void aPartIsExported() {
        Path original = folder.resolve("a.db");
        Path part = folder.resolve("part.mcap");
        SampleRecording.write(original, 7, MESSAGES);
        Recording view = Recording.open(original).only("odom").duration(Duration.ofMillis(500));
        ExportResult result = export(view, part, ExportOptions.defaults());

        assertThat(result.streams()).extracting(ExportedStream::stream).containsExactly("odom");
        assertThat(result.messages()).isBetween(1L, MESSAGES - 1L);
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        Path original = folder.resolve("a.db");
        SampleRecording.write(original, 7, 1);
        Recording failing = Recording.open(original).filter(observation -> {
            throw new RecordingException("no");
        });

        assertThatThrownBy(() -> export(failing, folder.resolve("a.mcap"), ExportOptions.defaults()))
                .hasMessage("no");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(original);
        }
    }

    @Test
    void neverOverwrites() throws IOException {
        Path original = folder.resolve("a.db");
        SampleRecording.write(original, 7, 1);
        Path there = Files.createFile(folder.resolve("a.mcap"));

        assertThatThrownBy(() -> export(Recording.open(original), there, ExportOptions.defaults()))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void saysWhichFormatsAndCompressionsThereAre() {
        Path original = folder.resolve("a.db");
        SampleRecording.write(original, 7, 1);
        Recording recording = Recording.open(original);

        assertThatThrownBy(() -> export(recording, folder.resolve("a.bag"), ExportOptions.defaults()))
                .hasMessageContaining("mcap (.mcap), lcm (.lcmlog, .log)");
        assertThatThrownBy(() -> export(
                        recording,
                        folder.resolve("a.mcap"),
                        ExportOptions.defaults().withCompression("bz2")))
                .hasMessageContaining("there is zstd, lz4, none");
        assertThatThrownBy(() ->
                        export(recording, folder.resolve("a"), new ExportOptions(Optional.of("csv"), Optional.empty())))
                .hasMessageContaining("'csv' is no format");
    }

    private Path throughMcap(Path original, ExportOptions options) {
        Path mcap = folder.resolve("a.mcap");
        Path copy = folder.resolve("b.db");
        ExportResult exported = export(Recording.open(original), mcap, options);
        ImportResult imported = importBag(mcap, copy);
        assertThat(exported.warnings()).isEmpty();
        assertThat(imported.warnings()).isEmpty();
        assertThat(imported.messages()).isEqualTo(exported.messages());
        return copy;
    }

    private static void assertSameStreams(Path original, Path copy, long seed) {
        try (RecordingFile first = RecordingFile.open(original);
                RecordingFile second = RecordingFile.open(copy)) {
            assertThat(second.streamNames()).containsExactlyInAnyOrderElementsOf(first.streamNames());
            for (StreamInfo stream : first.streams()) {
                StreamInfo other = second.stream(stream.name());
                assertThat(other.codec()).isEqualTo(stream.codec());
                assertThat(other.typeName()).isEqualTo(stream.typeName());
                assertThat(other.payloadType()).isEqualTo(stream.payloadType());
                assertThat(rows(second, stream.name()))
                        .as(stream.name() + " with seed " + seed)
                        .isEqualTo(rows(first, stream.name()));
            }
        }
    }

    private static List<List<Object>> rows(RecordingFile file, String stream) {
        List<List<Object>> rows = new ArrayList<>();
        try (Cursor cursor = file.cursor(stream)) {
            while (cursor.hasNext()) {
                Observation<?> row = cursor.next();
                rows.add(List.of(row.timestampNanos(), row.receptionNanos(), row.payload()));
            }
        }
        return rows;
    }

    private static List<Object> payloads(Path file, String stream) {
        return column(file, stream, 2);
    }

    private static List<Object> times(Path file, String stream) {
        return column(file, stream, 0);
    }

    private static List<Object> column(Path file, String stream, int column) {
        try (RecordingFile opened = RecordingFile.open(file)) {
            return rows(opened, stream).stream().map(row -> row.get(column)).toList();
        }
    }

    private static ExportResult export(Recording recording, Path target, ExportOptions options) {
        return Exporter.export(recording, target, options, ExportListener.none());
    }

    private static ImportResult importBag(Path source, Path target) {
        return Importer.importBag(source, target, ImportOptions.defaults(), ImportListener.none());
    }
}
