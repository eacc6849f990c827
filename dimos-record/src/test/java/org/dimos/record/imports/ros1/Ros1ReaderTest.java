package org.dimos.record.imports.ros1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagMessage;
import org.dimos.record.imports.BagReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ros1ReaderTest {

    private record Read(List<BagMessage> messages, List<String> warnings) {}

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"none", "bz2", "lz4"})
    void readsChunksOfEachCompression(String compression) throws IOException {
        Read read = read(BagBytes.bag().chunk(compression, records(200)).bytes());

        assertThat(read.messages())
                .hasSize(200)
                .allSatisfy(m -> assertThat(m.topic().name()).isEqualTo("/a"));
        assertThat(read.messages().get(199).logNanos()).isEqualTo(1_000_000_199L);
        assertThat(read.messages().get(199).data().getUnsigned(0)).isEqualTo(199);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsLz4ChunksWithLinkedBlocks() throws IOException {
        byte[] content = records(500).bytes();
        byte[] linked = BagBytes.compress("lz4-linked", content);
        Read read = read(BagBytes.bag().chunk("lz4", content.length, linked).bytes());

        assertThat(read.messages()).hasSize(500);
    }

    @Test
    void readsABagThatWasNeverIndexed() throws IOException {
        Read read = read(BagBytes.bag(0).chunk("none", records(3)).bytes());

        assertThat(read.messages()).hasSize(3);
        assertThat(read.warnings()).singleElement().asString().contains("no index");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "bz2", "lz4"})
    void readsWhatIsWholeOfATruncatedBag(String compression) throws IOException {
        byte[] first = BagBytes.bag().chunk(compression, records(200)).bytes();
        byte[] both =
                BagBytes.records().raw(first).chunk(compression, records(200)).bytes();
        Read read = read(Arrays.copyOf(both, first.length + (both.length - first.length) / 2));

        assertThat(read.messages()).hasSizeBetween(200, 399);
        assertThat(read.warnings()).singleElement().asString().contains("the rest is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4"})
    void readsTheUnfinishedChunkOfAnInterruptedRecorder(String compression) throws IOException {
        byte[] content = records(20).bytes();
        byte[] bag = BagBytes.bag(0)
                .raw(unfinishedChunk(compression))
                .raw(BagBytes.compress(compression, content))
                .bytes();

        assertThat(read(bag).messages()).hasSize(20);
    }

    private static byte[] unfinishedChunk(String compression) {
        byte[] header = BagBytes.join(
                BagBytes.field("op", 5),
                BagBytes.field("compression", BagBytes.text(compression)),
                BagBytes.field("size", BagBytes.u32(0)));
        return BagBytes.records().record(header, new byte[0]).bytes();
    }

    @Test
    void stopsAtAnEndOfZeros() throws IOException {
        Read read = read(
                BagBytes.bag().chunk("none", records(3)).raw(new byte[5000]).bytes());

        assertThat(read.messages()).hasSize(3);
        assertThat(read.warnings()).singleElement().asString().contains("no records from byte");
    }

    @Test
    void connectionsOfOneTopicAndTypeAreOneTopic() throws IOException {
        BagBytes records = BagBytes.records()
                .connection(0, "/a", "x/Y", "int32 v")
                .connection(1, "/a", "x/Y", "int32 v")
                .message(0, 1, new byte[4])
                .message(1, 2, new byte[4]);
        Read read = read(BagBytes.bag().chunk("none", records).bytes());

        assertThat(read.messages())
                .extracting(BagMessage::topic)
                .hasSize(2)
                .containsOnly(read.messages().get(0).topic());
    }

    @Test
    void refusesAnotherVersion() {
        refuses(BagBytes.text("#ROSBAG V1.2\n    "), "another version than 2.0");
    }

    @Test
    void refusesAMessageOfAnUnknownConnection() {
        refuses(BagBytes.bag().message(7, 0, new byte[1]).bytes(), "connection 7");
    }

    @Test
    void refusesAHeaderOfThreeGigabytes() {
        refuses(
                BagBytes.bag()
                        .raw(BagBytes.u32(3_000_000_000L))
                        .raw(new byte[100])
                        .bytes(),
                "3000000000 bytes long");
    }

    @Test
    void refusesAMessageOfThreeGigabytes() {
        byte[] header = BagBytes.join(
                BagBytes.field("op", 2),
                BagBytes.field("conn", BagBytes.u32(0)),
                BagBytes.field("time", BagBytes.u64(0)));
        byte[] bag = BagBytes.bag()
                .connection(0, "/a", "x/Y", "int32 v")
                .raw(BagBytes.u32(header.length))
                .raw(header)
                .raw(BagBytes.u32(3_000_000_000L))
                .raw(new byte[100])
                .bytes();
        refuses(bag, "3000000000 bytes long");
    }

    @Test
    void refusesAChunkThatDeclaresThreeGigabytes() {
        refuses(
                BagBytes.bag().chunk("lz4", 3_000_000_000L, new byte[100]).bytes(),
                "3000000000 bytes long when decompressed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bz2", "lz4"})
    void refusesABombOfZeros(String compression) {
        byte[] bomb = BagBytes.compress(compression, new byte[16 << 20]);
        refuses(BagBytes.bag().chunk(compression, 16 << 20, bomb).bytes(), "has no 'op'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bz2", "lz4"})
    void readsNoMoreOfAChunkThanItDeclares(String compression) throws IOException {
        byte[] declared = records(5).bytes();
        byte[] more = BagBytes.join(declared, new byte[4 << 20]);
        Read read = read(BagBytes.bag()
                .chunk(compression, declared.length, BagBytes.compress(compression, more))
                .bytes());

        assertThat(read.messages()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bz2", "lz4"})
    void refusesAChunkThatIsNotCompressedAtAll(String compression) {
        refuses(BagBytes.bag().chunk(compression, 1000, records(5).bytes()).bytes(), "chunk");
    }

    @Test
    void refusesACompressionItDoesNotKnow() {
        refuses(BagBytes.bag().chunk("zstd", 10, new byte[10]).bytes(), "'zstd'");
    }

    @Test
    void refusesAChunkInAChunk() {
        BagBytes inner = BagBytes.records().chunk("none", records(1));
        refuses(BagBytes.bag().chunk("none", inner).bytes(), "chunk inside a chunk");
    }

    @Test
    void readsOrRefusesMutatedBags() throws IOException {
        Path file = folder.resolve("mutated.bag");
        List<byte[]> bags = Stream.of("none", "lz4", "none", "lz4", "bz2", "lz4", "none")
                .map(compression ->
                        BagBytes.bag().chunk(compression, records(20)).bytes())
                .toList();
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Files.write(file, mutated(bags.get(seed % bags.size()), random));
            try {
                assertThat(read(file).messages()).as("seed %d", seed).hasSizeLessThan(1000);
            } catch (RecordingException e) {
                assertThat(e.getMessage()).as("seed %d", seed).doesNotContain("\n");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
        for (int i = random.nextInt(4) + 1; i > 0 && mutated.length > 0; i--) {
            mutated[random.nextInt(mutated.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
        }
        return mutated;
    }

    private static BagBytes records(int count) {
        BagBytes records = BagBytes.records().connection(0, "/a", "x/Y", "int32 v");
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            byte[] data = new byte[300];
            random.nextBytes(data);
            data[0] = (byte) i;
            records.message(0, 1_000_000_000L + i, data);
        }
        return records;
    }

    private void refuses(byte[] bag, String because) {
        assertThatThrownBy(() -> read(bag))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining(because);
    }

    private Read read(byte[] bag) throws IOException {
        return read(Files.write(folder.resolve("test.bag"), bag));
    }

    private static Read read(Path file) {
        List<BagMessage> messages = new ArrayList<>();
        try (BagReader reader = new Ros1Format().open(file)) {
            for (Optional<BagMessage> next = reader.next(); next.isPresent(); next = reader.next()) {
                messages.add(next.get());
            }
            assertThat(reader.position()).isLessThanOrEqualTo(reader.size());
            return new Read(messages, reader.warnings());
        }
    }
}
