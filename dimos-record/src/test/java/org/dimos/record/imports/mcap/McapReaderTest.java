package org.dimos.record.imports.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dimos.msgs.sensor.CameraInfo;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.record.Observation;
import org.dimos.record.imports.BagFormats;
import org.dimos.record.imports.BagMessage;
import org.dimos.record.imports.BagReader;
import org.dimos.record.imports.ImportListener;
import org.dimos.record.imports.ImportOptions;
import org.dimos.record.imports.ImportResult;
import org.dimos.record.imports.ImportedStream;
import org.dimos.record.imports.Importer;
import org.dimos.record.imports.SharedData;
import org.dimos.record.mcap.Compression;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class McapReaderTest {
    @TempDir
    Path folder;

    private record Read(List<String> texts, List<String> warnings) {}

    @ParameterizedTest
    @EnumSource(Compression.class)
    void readsChunksOfEveryCompression(Compression compression) throws IOException {
        McapBytes records = McapBytes.records().texts(0, "/a").text(0, 1, "one").text(0, 2, "two");
        Read read = read(
                McapBytes.file().chunk(compression, records).text(0, 3, "three").end());

        assertThat(read.texts()).containsExactly("one", "two", "three");
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsMessagesOutsideOfChunks() throws IOException {
        Read read = read(McapBytes.file().texts(0, "/a").text(0, 1, "one").end());

        assertThat(read.texts()).containsExactly("one");
    }

    @Test
    void readsAFileWhoseRecorderWasInterrupted() throws IOException {
        McapBytes whole = McapBytes.file().texts(0, "/a").text(0, 1, "one").text(0, 2, "two");
        Read read = read(Arrays.copyOf(whole.toArray(), whole.size() - 3));

        assertThat(read.texts()).containsExactly("one");
        assertThat(read.warnings()).hasSize(2);
        assertThat(read.warnings().get(0)).contains("has no end");
        assertThat(read.warnings().get(1)).contains("the rest is missing");
    }

    @Test
    void doesWithoutADamagedSummary() throws IOException {
        Read read = read(McapBytes.file().texts(0, "/a").text(0, 1, "one").summary(1, 12345));

        assertThat(read.texts()).containsExactly("one");
        assertThat(read.warnings()).singleElement().asString().contains("damaged summary", "checksum");
    }

    @Test
    void leavesOutADamagedChunkAndSaysSo() throws IOException {
        McapBytes first = McapBytes.records().texts(0, "/a").text(0, 1, "one");
        McapBytes last = McapBytes.records().text(0, 3, "three");
        byte[] damaged = McapBytes.records().text(0, 2, "two").toArray();
        Read read = read(McapBytes.file()
                .chunk(Compression.ZSTD, first)
                .chunk("", damaged.length, 99, damaged)
                .chunk(Compression.LZ4, last)
                .summary(3, 0));

        assertThat(read.texts()).containsExactly("one", "three");
        assertThat(read.warnings()).hasSize(2);
        assertThat(read.warnings().get(0)).contains("a chunk's checksum is another one");
        assertThat(read.warnings().get(1)).contains("has 2 messages that can be read, and says it has 3");
    }

    @Test
    void findsTheNextChunkByTheIndexWhereARecordIsDamaged() throws IOException {
        McapBytes file = McapBytes.file().texts(0, "/a").text(0, 1, "one").bytes(new byte[50]);
        long chunk = file.size();
        Read read = read(file.chunk(Compression.NONE, McapBytes.records().text(0, 2, "two"))
                .summary(2, 0, chunk));

        assertThat(read.texts()).containsExactly("one", "two");
        assertThat(read.warnings()).singleElement().asString().contains("what comes before the next chunk is missing");
    }

    @Test
    void doesNotBelieveTheSizeOfAChunk() throws IOException {
        byte[] plain = new byte[1000];
        byte[] bomb = Compression.ZSTD.compress(plain, plain.length);
        Read read = read(McapBytes.file()
                .chunk("zstd", Long.MAX_VALUE, 0, bomb)
                .chunk("zstd", 999, 0, bomb)
                .chunk("zstd", 1001, 0, bomb)
                .chunk("zip", 5, 0, bomb)
                .texts(0, "/a")
                .text(0, 1, "one")
                .end());

        assertThat(read.texts()).containsExactly("one");
        assertThat(read.warnings()).hasSize(4);
        assertThat(read.warnings().get(3)).contains("the compression 'zip'; known are lz4, zstd");
    }

    @Test
    void leavesOutMessagesOfAChannelThatIsNotDeclared() throws IOException {
        Read read = read(McapBytes.file()
                .texts(0, "/a")
                .text(1, 1, "zero")
                .text(0, 1, "one")
                .end());

        assertThat(read.texts()).containsExactly("one");
        assertThat(read.warnings()).singleElement().asString().contains("channel 1, which is not declared");
    }

    @Test
    void keepsWhatItCannotDecodeAsBytes() throws IOException {
        ImportResult result = importFile(McapBytes.file()
                .schema(1, "foo.Bar", "protobuf", "x")
                .channel(0, 1, "/bar", "protobuf")
                .channel(1, 0, "/raw", "whatever")
                .message(0, 1, new byte[] {1})
                .message(1, 2, new byte[] {2})
                .end()
                .write(folder.resolve("a.mcap")));

        assertThat(result.streams()).extracting(ImportedStream::typeName).containsExactly("foo.Bar", "");
        assertThat(result.streams()).allMatch(ImportedStream::isOpaque);
    }

    @Test
    void importsTheSampleWhole() {
        ImportResult result = importFile(SharedData.file("recordings/compressed_images.mcap"));

        assertThat(result.warnings()).isEmpty();
        assertThat(result.streams().stream().collect(Collectors.toMap(ImportedStream::topic, ImportedStream::messages)))
                .isEqualTo(Map.of(
                        "/image/compressed", 10L, "/camera_calibration", 10L, "/camera_calibration/custom", 10L));
    }

    @Test
    void picturesAndCalibrationsInJsonBecomeMessages() {
        importFile(SharedData.file("recordings/compressed_images.mcap"));

        CompressedImage image = (CompressedImage) first("image/compressed").payload();
        assertThat(image.format()).isEqualTo("jpeg");
        assertThat(image.header().frameId()).isEqualTo("camera");
        assertThat(image.data().getUnsigned(0)).isEqualTo(0xFF);
        CameraInfo info = (CameraInfo) first("camera_calibration/custom").payload();
        assertThat(info.distortionModel()).isEqualTo("CylinderCameraModel");
        assertThat(info.k().get(0)).isEqualTo(800);
    }

    private Observation<?> first(String stream) {
        try (RecordingFile file = RecordingFile.open(folder.resolve("t.db"));
                Cursor cursor = file.cursor(stream)) {
            return cursor.next();
        }
    }

    private ImportResult importFile(Path source) {
        return Importer.importBag(source, folder.resolve("t.db"), ImportOptions.defaults(), ImportListener.none());
    }

    private Read read(McapBytes bytes) throws IOException {
        return read(bytes.toArray());
    }

    private Read read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a.mcap"), bytes);
        List<String> texts = new ArrayList<>();
        try (BagReader reader = BagFormats.open(file)) {
            for (Optional<BagMessage> next = reader.next(); next.isPresent(); next = reader.next()) {
                byte[] data = next.get().data().toArray();
                texts.add(new String(data, 8, data.length - 9, StandardCharsets.UTF_8));
            }
            return new Read(texts, reader.warnings());
        }
    }
}
