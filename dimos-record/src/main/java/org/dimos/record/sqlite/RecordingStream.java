package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;

/**
 * A stream of a file that is being written. What is appended is collected into statements of many rows, so an error of
 * the disk may show up later, at the commit at the latest.
 */
public final class RecordingStream {
    private static final long MAX_BYTES = 1 << 20;

    private final RecordingWriter writer;
    private final WrittenDatabase database;
    private final String table;
    private final StreamSpec spec;
    private final RowEncoder encoder;
    private final Map<RowShape, BatchInsert<NumberedRow>> inserts = new HashMap<>();
    private final BatchInsert<NumberedRow> blobs;
    private final BatchInsert<NumberedRow> places;
    private final TotalsWriter.Tally tally;
    private final Set<String> indexedTags = new HashSet<>();
    private final Set<String> freshTags = new HashSet<>();
    private final List<NumberedRow> rows = new ArrayList<>();
    private RowShape shape = new RowShape(false, false, false);
    private long bytes;
    private boolean hasBlobs;
    private boolean freshBlobs;
    private long lastId;
    private long committedId;
    private LatchedRows latched;

    RecordingStream(RecordingWriter writer, WrittenDatabase database, String table, StreamSpec spec) {
        this.writer = writer;
        this.database = database;
        this.table = table;
        this.spec = spec;
        this.encoder = new RowEncoder(spec);
        this.latched = new LatchedRows(spec.name());
        this.blobs = new BatchInsert<>(database.connection(), table + "_blob", SideRow.BLOB);
        this.places = new BatchInsert<>(database.connection(), table + "_rtree", SideRow.PLACE);
        this.tally = writer.totals().start(table);
    }

    /** The name of its table, which is its own name where that is a word. */
    public String table() {
        return table;
    }

    public StreamSpec spec() {
        return spec;
    }

    /** Whether anything was appended, here or in an earlier file. */
    boolean hasMessages() {
        return lastId > 0;
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
        long id = lastId + 1;
        add(id, row);
        lastId = id;
        latched.add(id, row);
        return id;
    }

    private void add(long id, Row row) {
        database.begin();
        if (!shape.fits(row)) {
            flush();
            shape = RowShape.of(row);
        }
        rows.add(new NumberedRow(id, row));
        bytes += row.size();
        if (rows.size() == 1) {
            writer.hasRows(this);
        }
        if (rows.size() >= BatchInsert.MAX_ROWS || bytes >= MAX_BYTES) {
            flush();
        }
    }

    /** Goes on where the stream ended in another file; what it says there still holds. */
    void resume(StreamEnd end) {
        end.latched().forEach(value -> add(value.id(), value.row()));
        latched = end.state();
        lastId = end.lastId();
        committedId = lastId;
    }

    StreamEnd end() {
        return new StreamEnd(spec, lastId, latched, latched.rows());
    }

    /** Hands over to SQLite what was collected. */
    void flush() {
        if (!rows.isEmpty()) {
            database.write(this::insert);
            rows.clear();
            bytes = 0;
        }
    }

    private void insert() throws SQLException {
        Connection connection = database.connection();
        indexTags(connection);
        inserts.computeIfAbsent(shape, made -> new BatchInsert<>(connection, table, made))
                .insert(rows);
        if (!shape.number()) {
            if (!hasBlobs) {
                execute(connection, Schema.createBlobs(table));
                hasBlobs = true;
                freshBlobs = true;
            }
            blobs.insert(rows);
        }
        if (shape.posed()) {
            places.insert(rows);
        }
        rows.forEach(tally::add);
    }

    private void indexTags(Connection connection) throws SQLException {
        if (shape.text()) {
            for (NumberedRow row : rows) {
                for (String key : row.row().tagKeys()) {
                    indexTag(connection, key);
                }
            }
        }
    }

    /** How many rows it has. */
    long rows() {
        return lastId;
    }

    /** Makes the index of the reception times, which nobody looks for while the file grows. */
    void indexReception() {
        if (lastId > 0) {
            database.write(() -> indexTag(database.connection(), Row.RECEPTION_TAG));
        }
    }

    private void indexTag(Connection connection, String key) throws SQLException {
        if (indexedTags.add(key)) {
            freshTags.add(key);
            execute(connection, Schema.createTagIndex(table, key));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What was appended is part of the file. */
    void committed() {
        committedId = lastId;
        freshBlobs = false;
        freshTags.clear();
    }

    /** What was appended since the last commit is not there. */
    void rolledBack() {
        rows.clear();
        bytes = 0;
        lastId = committedId;
        hasBlobs &= !freshBlobs;
        freshBlobs = false;
        indexedTags.removeAll(freshTags);
        freshTags.clear();
    }
}
