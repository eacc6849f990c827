package org.dimos.record.imports.rosbag2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagMessage;
import org.dimos.record.imports.BagReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Rosbag2ReaderTest {
    private static final String TOPICS =
            "CREATE TABLE topics(id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, serialization_format TEXT NOT NULL)";
    private static final String MESSAGES =
            "CREATE TABLE messages(id INTEGER PRIMARY KEY, topic_id INTEGER NOT NULL, timestamp INTEGER NOT NULL, data BLOB NOT NULL)";
    private static final String DEFINITIONS =
            "CREATE TABLE message_definitions(id INTEGER PRIMARY KEY, topic_type TEXT NOT NULL, encoding TEXT NOT NULL,"
                    + " encoded_message_definition TEXT NOT NULL, type_description_hash TEXT NOT NULL)";
    private static final String TOPIC = "INSERT INTO topics VALUES (1, '/a', 'std_msgs/msg/Int8', 'cdr')";

    @TempDir
    Path folder;

    @Test
    void readsMessagesInTheOrderOfTheirArrival() throws SQLException {
        Path bag = database(TOPICS, MESSAGES, TOPIC, message(20, "0001000007"), message(10, "0001000008"));

        List<BagMessage> messages = read(bag);
        assertThat(messages).extracting(BagMessage::logNanos).containsExactly(20L, 10L);
        assertThat(messages.get(0).topic().typeName()).isEqualTo("std_msgs/msg/Int8");
        assertThat(messages.get(1).data()).isEqualTo(Bytes.copyOf((byte) 0, (byte) 1, (byte) 0, (byte) 0, (byte) 8));
    }

    @Test
    void readsTheDefinitionsOfNewerBags() throws SQLException {
        Path bag = database(
                TOPICS,
                MESSAGES,
                DEFINITIONS,
                TOPIC,
                "INSERT INTO message_definitions VALUES (1, 'std_msgs/msg/Int8', 'ros2msg', 'int8 data', '')",
                message(1, "00"));

        assertThat(read(bag).get(0).topic().definition()).isEqualTo("int8 data");
    }

    @Test
    void leavesTheFolderAsItIs() throws SQLException, IOException {
        read(database(TOPICS, MESSAGES, TOPIC, message(1, "00")));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void readsTheFilesOfASplitBagOneAfterTheOther() throws SQLException {
        for (int i = 0; i < 12; i++) {
            fill(folder.resolve("bag_" + i + ".db3"), TOPICS, MESSAGES, TOPIC, message(i, "00"));
        }

        assertThat(read(folder).stream().mapToLong(BagMessage::logNanos))
                .containsExactlyElementsOf(LongStream.range(0, 12).boxed().toList());
    }

    @Test
    void refusesMetadataThatNamesAMissingFile() throws IOException {
        metadata("relative_file_paths:\n  - ../../etc/passwd\n");
        refuses(folder, "passwd', which metadata.yaml names, is missing");
    }

    @Test
    void refusesMetadataThatLeavesTheFolder() throws IOException {
        metadata("relative_file_paths:\n  - a/..\n");
        refuses(folder, "which is no file of this bag");
    }

    @Test
    void refusesAnotherStorage() throws IOException {
        metadata("  storage_identifier: mcap\n  relative_file_paths:\n    - a.mcap\n");
        refuses(folder, "storage 'mcap'");
    }

    @Test
    void refusesFilesCompressedWithZstd() throws IOException {
        Path bag = Files.write(folder.resolve("a.db3.zstd"), new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0});
        refuses(bag, "is compressed with zstd as a whole");
    }

    @Test
    void refusesMessagesCompressedWithZstd() throws SQLException {
        refuses(database(TOPICS, MESSAGES, TOPIC, message(1, "28B52FFD00")), "messages that are compressed with zstd");
    }

    @Test
    void refusesADatabaseThatIsNoBag() throws SQLException {
        refuses(database("CREATE TABLE x(y)"), "it has no table 'topics'");
    }

    @Test
    void refusesViewsInPlaceOfTables() throws SQLException {
        Path bag = database(
                TOPICS,
                TOPIC,
                "CREATE VIEW messages AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                        + " SELECT i AS id, 1 AS topic_id, i AS timestamp, x'00' AS data FROM n");
        refuses(bag, "it has no table 'messages'");
    }

    @Test
    void refusesAMessageOfAnUnknownTopic() throws SQLException {
        refuses(database(TOPICS, MESSAGES, message(1, "00")), "topic 1, which the file does not list");
    }

    @Test
    void refusesAMessageThatIsText() throws SQLException {
        refuses(
                database(TOPICS, MESSAGES, TOPIC, "INSERT INTO messages VALUES (1, 1, 1, 'text')"),
                "not stored as bytes");
    }

    @Test
    void refusesAMessageOfThreeHundredMegabytes() throws SQLException {
        Path bag = database(TOPICS, MESSAGES, TOPIC, "INSERT INTO messages VALUES (1, 1, 1, zeroblob(314572800))");
        refuses(bag, "exceeds size limit");
    }

    @Test
    void readsOrRefusesMutatedFiles() throws SQLException, IOException {
        byte[] bag = Files.readAllBytes(database(TOPICS, MESSAGES, TOPIC, message(1, "0001"), message(2, "0002")));
        Path file = folder.resolve("mutated.db3");
        for (int seed = 0; seed < 1000; seed++) {
            Files.write(file, mutated(bag, new Random(seed)));
            try {
                assertThat(read(file)).as("seed %d", seed).hasSizeLessThan(1000);
            } catch (RecordingException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    /** Most changes hit the start or the end of a page, where there is something. */
    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        for (int i = 0; i < 4; i++) {
            int page = random.nextInt(bytes.length / 4096) * 4096;
            int offset = random.nextInt(120);
            mutated[page + (random.nextBoolean() ? offset : 4095 - offset)] = (byte) random.nextInt();
        }
        return mutated;
    }

    private static String message(long nanos, String hex) {
        return "INSERT INTO messages(topic_id, timestamp, data) VALUES (1, " + nanos + ", x'" + hex + "')";
    }

    private Path database(String... statements) throws SQLException {
        return fill(folder.resolve("a.db3"), statements);
    }

    private static Path fill(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return file;
    }

    private void metadata(String text) throws IOException {
        Files.writeString(folder.resolve("metadata.yaml"), text);
    }

    private static void refuses(Path bag, String because) {
        assertThatThrownBy(() -> read(bag))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining(because);
    }

    private static List<BagMessage> read(Path bag) {
        List<BagMessage> messages = new ArrayList<>();
        try (BagReader reader = new Rosbag2Format().open(bag)) {
            for (Optional<BagMessage> next = reader.next(); next.isPresent(); next = reader.next()) {
                messages.add(next.get());
            }
        }
        return messages;
    }
}
