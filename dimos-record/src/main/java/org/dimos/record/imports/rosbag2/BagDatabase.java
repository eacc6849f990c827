package org.dimos.record.imports.rosbag2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordingException;
import org.dimos.record.imports.BagMessage;
import org.dimos.record.imports.BagTopic;
import org.dimos.record.sqlite.FileSchema;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;

/** One {@code .db3} file, open for reading. */
final class BagDatabase implements AutoCloseable {

    /** The longest message that is accepted, in bytes. */
    static final int MAX_DATA = (int) Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final String DEFINITIONS = "message_definitions";

    private static final int MOST_TOPICS = 1 << 16;
    private static final int MOST_TEXT = 1 << 20;

    private final Path file;
    private final Connection connection;
    private final Map<Long, BagTopic> topics = new HashMap<>();
    private final Statement statement;
    private final ResultSet rows;
    private final long count;

    BagDatabase(Path file) throws SQLException {
        this.file = file;
        this.connection = connect(file);
        try {
            FileSchema schema = FileSchema.of(connection);
            requireTable("topics", schema);
            requireTable("messages", schema);
            readTopics(schema.isPlain(DEFINITIONS) ? definitions() : Map.of());
            this.count = countMessages();
            this.statement = connection.createStatement();
            this.rows =
                    statement.executeQuery("SELECT topic_id, timestamp, typeof(data), data FROM messages ORDER BY id");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(Pragma.LIMIT_LENGTH, Integer.toString(MAX_DATA));
        boolean alone = !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        // Without a log beside it nobody writes the file, and "immutable" makes SQLite leave no file of its own there.
        String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?mode=ro" + (alone ? "&immutable=1" : "");
        Connection connection = config.createConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema=OFF");
            statement.execute("PRAGMA cell_size_check=ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void requireTable(String name, FileSchema schema) {
        if (!schema.isPlain(name)) {
            throw new RecordingException("'" + file + "' is no ROS 2 bag: it has no table '" + name + "'");
        }
    }

    private Map<String, String> definitions() throws SQLException {
        Map<String, String> definitions = new HashMap<>();
        try (Statement query = connection.createStatement();
                ResultSet rows =
                        query.executeQuery("SELECT topic_type, encoded_message_definition FROM message_definitions"
                                + " WHERE encoding = 'ros2msg' LIMIT " + MOST_TOPICS)) {
            while (rows.next()) {
                definitions.put(text(rows, 1), text(rows, 2));
            }
        }
        return definitions;
    }

    private void readTopics(Map<String, String> definitions) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(
                        "SELECT id, name, type, serialization_format FROM topics LIMIT " + MOST_TOPICS)) {
            while (rows.next()) {
                String type = text(rows, 3);
                topics.put(
                        rows.getLong(1),
                        new BagTopic(text(rows, 2), type, text(rows, 4), definitions.getOrDefault(type, "")));
            }
        }
    }

    private String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        if (text == null || text.length() > MOST_TEXT) {
            throw new RecordingException("'" + file + "' has a name or definition that is missing or longer than "
                    + MOST_TEXT + " characters");
        }
        return text;
    }

    private long countMessages() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("SELECT count(*) FROM messages")) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    long count() {
        return count;
    }

    boolean advance() throws SQLException {
        return rows.next();
    }

    BagMessage message() throws SQLException {
        long id = rows.getLong(1);
        BagTopic topic = topics.get(id);
        if (topic == null) {
            throw new RecordingException(
                    "a message in '" + file + "' is of topic " + id + ", which the file does not list");
        }
        byte[] data = "blob".equals(rows.getString(3)) ? rows.getBytes(4) : null;
        if (data == null) {
            throw new RecordingException("a message of " + topic.name() + " in '" + file + "' is not stored as bytes");
        }
        Bytes bytes = Bytes.wrap(data);
        if (Zstd.isFrame(bytes)) {
            throw Zstd.refusal(file, "holds messages that are compressed with zstd");
        }
        return new BagMessage(topic, rows.getLong(2), bytes);
    }

    @Override
    public void close() throws SQLException {
        try (Connection all = connection;
                Statement open = statement) {
            rows.close();
        }
    }
}
