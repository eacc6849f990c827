package org.dimos.record.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dimos.msgs.std.StringMessage;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.ros1.BagBytes;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
    private static final String STRING = "string data\n";

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void chooseTarget() {
        target = folder.resolve("out").resolve("t.db");
    }

    @Test
    void decodesAndKeepsTheOrder() throws IOException {
        importBag(BagBytes.bag().chunk("lz4", texts("a", "b", "c")), ImportOptions.defaults());

        assertThat(payloads("chat/text"))
                .containsExactly(new StringMessage("a"), new StringMessage("b"), new StringMessage("c"));
    }

    @Test
    void renamesTopics() throws IOException {
        ImportResult result = importBag(
                BagBytes.bag().chunk("none", texts("a")),
                ImportOptions.defaults().rename("/chat/text", "words"));

        assertThat(result.streams()).extracting(ImportedStream::stream).containsExactly("words");
    }

    @Test
    void refusesToRenameATopicThatIsNotThere() {
        assertRefused(
                BagBytes.bag().chunk("none", texts("a")),
                ImportOptions.defaults().rename("/char", "words"),
                "there is no topic '/char' to rename; there are /chat/text");
    }

    @Test
    void keepsMessagesThatDoNotFitTheirTypeBesideTheOthers() throws IOException {
        BagBytes records = texts("a").message(0, 5_000_000_000L, new byte[3]).message(0, 6_000_000_000L, string("b"));
        ImportResult result = importBag(BagBytes.bag().chunk("none", records), ImportOptions.defaults());

        assertThat(result.streams()).extracting(ImportedStream::messages).containsExactly(2L, 1L);
        assertThat(result.streams().get(1).stream()).isEqualTo("chat/text_undecoded");
        assertThat(result.warnings()).singleElement().asString().contains("1 messages of /chat/text");
    }

    @Test
    void topicsWithStrangeNamesGetStreamsOfTheirOwn() throws IOException {
        BagBytes records = BagBytes.records();
        List<String> topics = List.of("/a b", "/a_b", "/", "/A_B", "x\"; DROP TABLE y; --", "/sqlite_x");
        for (int i = 0; i < topics.size(); i++) {
            records.connection(i, topics.get(i), "std_msgs/String", STRING).message(i, i, string("a"));
        }
        ImportResult result = importBag(BagBytes.bag().chunk("none", records), ImportOptions.defaults());

        assertThat(result.streams()).extracting(ImportedStream::topic).containsExactlyElementsOf(topics);
        assertThat(result.streams()).extracting(ImportedStream::stream).doesNotHaveDuplicates();
    }

    @Test
    void importsTheWholePartOfATruncatedBag() throws IOException {
        byte[] whole = BagBytes.bag(0).chunk("none", texts("a", "b", "c")).bytes();
        ImportResult result =
                importBag(BagBytes.records().raw(Arrays.copyOf(whole, whole.length - 100)), ImportOptions.defaults());

        assertThat(result.messages()).isEqualTo(2);
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("the rest is missing"));
    }

    @Test
    void neverOverwrites() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(target, "mine");
        assertThatThrownBy(() -> importBag(BagBytes.bag().chunk("none", texts("a")), ImportOptions.defaults()))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("exists already");
        assertThat(target).hasContent("mine");
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        BagBytes records = texts("a").message(9, 0, new byte[1]);
        assertRefused(BagBytes.bag().chunk("none", records), ImportOptions.defaults(), "connection 9");
    }

    @Test
    void leavesNothingButTheRecording() throws IOException {
        importBag(BagBytes.bag().chunk("none", texts("a")), ImportOptions.defaults());
        assertThat(filesOf(folder.resolve("out"))).containsExactly(target);
    }

    @Test
    void refusesAFileThatIsNoBag() {
        assertRefused(BagBytes.records().raw(BagBytes.text("hello")), ImportOptions.defaults(), "none of the formats");
    }

    @Test
    void refusesABagWithNothingWhole() {
        BagBytes start = BagBytes.records().raw(Arrays.copyOf(BagBytes.bag().bytes(), 40));
        assertRefused(start, ImportOptions.defaults(), "no whole message");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path missing = folder.resolve("missing.bag");
        assertThatThrownBy(() -> Importer.importBag(missing, target, ImportOptions.defaults(), ImportListener.none()))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("there is no file");
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        List<Long> seen = new ArrayList<>();
        Path bag = write(BagBytes.bag().chunk("none", texts("a", "b")));
        Importer.importBag(bag, target, ImportOptions.defaults(), (position, size, messages) -> {
            assertThat(position).isEqualTo(size);
            seen.add(messages);
        });
        assertThat(seen).containsExactly(2L);
    }

    private static BagBytes texts(String... texts) {
        BagBytes records = BagBytes.records().connection(0, "/chat/text", "std_msgs/String", STRING);
        for (int i = 0; i < texts.length; i++) {
            records.message(0, (i + 1) * 1_000_000_000L, string(texts[i]));
        }
        return records;
    }

    private static byte[] string(String text) {
        return BagBytes.join(BagBytes.u32(text.length()), BagBytes.text(text));
    }

    private void assertRefused(BagBytes bag, ImportOptions options, String because) {
        assertThatThrownBy(() -> importBag(bag, options))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining(because);
        assertThat(filesOf(folder.resolve("out"))).isEmpty();
    }

    private ImportResult importBag(BagBytes bag, ImportOptions options) throws IOException {
        return Importer.importBag(write(bag), target, options, ImportListener.none());
    }

    private Path write(BagBytes bag) throws IOException {
        return Files.write(folder.resolve("in.bag"), bag.bytes());
    }

    private List<Object> payloads(String stream) {
        List<Object> payloads = new ArrayList<>();
        try (RecordingFile file = RecordingFile.open(target);
                Cursor cursor = file.cursor(stream)) {
            while (cursor.hasNext()) {
                payloads.add(cursor.next().payload());
            }
        }
        return payloads;
    }

    private static List<Path> filesOf(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
