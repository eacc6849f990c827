package org.dimos.record.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.geometry.Pose;
import org.dimos.record.Observation;
import org.dimos.record.Producer;
import org.dimos.record.RecordedTime;
import org.dimos.record.RecordingException;
import org.jspecify.annotations.Nullable;

/** A stream of a file that is being written. */
public final class RecordingStream {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RecordingWriter writer;
    private final String table;
    private final StreamSpec spec;
    private final RowEncoder encoder;
    private final Set<String> indexedTags = new HashSet<>();
    private @Nullable PreparedStatement insertRow;
    private @Nullable PreparedStatement insertBlob;
    private @Nullable PreparedStatement insertPlace;
    private long lastId;

    RecordingStream(RecordingWriter writer, String table, StreamSpec spec) {
        this.writer = writer;
        this.table = table;
        this.spec = spec;
        this.encoder = new RowEncoder(spec);
    }

    /** The name of its table, which is its own name where that is a word. */
    public String table() {
        return table;
    }

    public StreamSpec spec() {
        return spec;
    }

    void register(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + Schema.STREAMS + " (name, config) VALUES (?, ?)")) {
            insert.setString(1, table);
            insert.setString(2, spec.config().toJson());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + Schema.STREAM_NOTES
                        + " (name, original_name, type_name, java_type, encoding, producer, inputs) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, table);
            insert.setString(2, spec.name());
            insert.setString(3, spec.typeName());
            insert.setString(
                    4, spec.javaType() == Opaque.class ? "" : spec.javaType().getName());
            insert.setString(5, spec.codec());
            insert.setString(6, spec.producer().map(Producer::module).orElse(null));
            insert.setString(
                    7,
                    spec.producer()
                            .map(Producer::inputs)
                            .map(RecordingStream::json)
                            .orElse(null));
            insert.executeUpdate();
        }
        execute(connection, Schema.createStream(table));
        execute(connection, Schema.createPlaces(table));
        execute(connection, Schema.createTimeIndex(table));
    }

    private static String json(List<String> names) {
        try {
            return MAPPER.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Appends a message and gives its id.
     *
     * @throws RecordingException if the payload cannot be stored in this stream, or the file not written
     */
    public long append(Observation<?> observation) {
        return append(encoder.encode(observation));
    }

    /** Appends a message that was made ready before. */
    public long append(Row row) {
        writer.begin();
        writer.write(() -> insert(row));
        return lastId;
    }

    private void insert(Row row) throws SQLException {
        Connection connection = writer.connection();
        indexTags(connection, row);
        long id = lastId + 1;
        PreparedStatement insert = insertRow;
        if (insert == null) {
            insert = connection.prepareStatement(Schema.insertRow(table));
            insertRow = insert;
        }
        insert.setLong(1, id);
        insert.setDouble(2, RecordedTime.toSeconds(row.timestampNanos()));
        if (row.number() == null) {
            insert.setNull(3, Types.NUMERIC);
        } else {
            insert.setObject(3, row.number());
        }
        setPose(insert, row.pose());
        insert.setString(11, row.tags());
        insert.executeUpdate();
        if (row.blob() != null) {
            insertBlob(connection, id, row.blob());
        }
        if (row.pose() != null) {
            insertPlace(connection, id, row.pose());
        }
        lastId = id;
    }

    private void indexTags(Connection connection, Row row) throws SQLException {
        if (indexedTags.add(Row.RECEPTION_TAG)) {
            execute(connection, Schema.createTagIndex(table, Row.RECEPTION_TAG));
        }
        for (String key : row.tagKeys()) {
            if (indexedTags.add(key)) {
                execute(connection, Schema.createTagIndex(table, key));
            }
        }
    }

    private static void setPose(PreparedStatement insert, @Nullable Pose pose) throws SQLException {
        if (pose == null) {
            for (int i = 4; i <= 10; i++) {
                insert.setNull(i, Types.REAL);
            }
            return;
        }
        insert.setDouble(4, pose.position().x());
        insert.setDouble(5, pose.position().y());
        insert.setDouble(6, pose.position().z());
        insert.setDouble(7, pose.orientation().x());
        insert.setDouble(8, pose.orientation().y());
        insert.setDouble(9, pose.orientation().z());
        insert.setDouble(10, pose.orientation().w());
    }

    private void insertBlob(Connection connection, long id, Bytes blob) throws SQLException {
        PreparedStatement insert = insertBlob;
        if (insert == null) {
            execute(connection, Schema.createBlobs(table));
            insert = connection.prepareStatement(Schema.insertBlob(table));
            insertBlob = insert;
        }
        insert.setLong(1, id);
        insert.setBytes(2, blob.toArray());
        insert.executeUpdate();
    }

    private void insertPlace(Connection connection, long id, Pose pose) throws SQLException {
        PreparedStatement insert = insertPlace;
        if (insert == null) {
            insert = connection.prepareStatement(Schema.insertPlace(table));
            insertPlace = insert;
        }
        insert.setLong(1, id);
        for (int i = 2; i <= 3; i++) {
            insert.setDouble(i, pose.position().x());
            insert.setDouble(i + 2, pose.position().y());
            insert.setDouble(i + 4, pose.position().z());
        }
        insert.executeUpdate();
    }
}
