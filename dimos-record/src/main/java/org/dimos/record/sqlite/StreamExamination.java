package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordedTime;
import org.dimos.record.RecordingException;

/** Looks at every row of a stream, one at a time. */
final class StreamExamination implements TolerantRows.Taker {
    private static final double EARLIEST = 946_684_800;
    private static final double LATEST = 4_102_444_800.0;

    private final Connection connection;
    private final StreamEntry entry;
    private final boolean decode;
    private final LongConsumer onRow;
    private final TolerantBlobs blobs;
    private final PayloadReader payloads;
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long rows;
    private long undecodable;
    private long withoutPayload;
    private long damages;
    private long backwards;
    private long sameStamp;
    private long implausible;
    private double last = Double.NaN;

    private StreamExamination(
            Connection connection, StreamEntry entry, boolean decode, LongConsumer onRow, TolerantBlobs blobs) {
        this.connection = connection;
        this.entry = entry;
        this.decode = decode;
        this.onRow = onRow;
        this.blobs = blobs;
        this.payloads = PayloadTypes.reader(entry, this::firstPayload);
    }

    static StreamHealth of(Connection connection, StreamEntry entry, boolean decode, LongConsumer onRow)
            throws SQLException {
        try (TolerantBlobs blobs = new TolerantBlobs(connection, entry)) {
            return new StreamExamination(connection, entry, decode, onRow, blobs).examine();
        }
    }

    private Optional<Bytes> firstPayload() {
        if (!entry.hasBlobs()) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT data FROM \"" + entry.table() + "_blob\" ORDER BY id LIMIT 1")) {
            return row.next() ? Optional.ofNullable(row.getBytes(1)).map(Bytes::wrap) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private StreamHealth examine() throws SQLException {
        long orphans = 0;
        if (entry.hasTable()) {
            new TolerantRows(connection, entry, this).readAll();
            orphans = orphans();
            compareTotals();
        } else {
            notes.add("it is registered and has no table: nothing was ever written to it");
        }
        boolean opaque = payloads.type().isEmpty();
        note(backwards, "is older than the one before it", "are older than the one before them");
        note(implausible, "is dated before 2000 or after 2100", "are dated before 2000 or after 2100");
        if (opaque) {
            notes.add(
                    "its type " + Words.shown(payloads.typeName()) + " is not known here, so payloads are not decoded");
        }
        if (entry.hasTable() && !entry.hasTimeIndex()) {
            notes.add("it has no index on time, as files of older programs: reading sorts it first");
        }
        return new StreamHealth(
                entry.name(),
                payloads.typeName(),
                opaque,
                rows,
                undecodable,
                withoutPayload,
                damages,
                orphans,
                backwards,
                sameStamp,
                implausible,
                faults,
                notes);
    }

    private void compareTotals() {
        long noted = Salvage.notedMessages(connection, entry.table());
        if (noted > rows) {
            faults.add("the file notes " + noted + " messages and " + rows + " are there");
        } else if (noted > 0 && noted < rows) {
            notes.add("the file notes " + noted + " messages and " + rows
                    + " are there: it was written on by another program");
        }
    }

    private void note(long count, String one, String many) {
        if (count > 0) {
            notes.add(count + (count == 1 ? " message " + one : " messages " + many));
        }
    }

    private long orphans() {
        String table = entry.table();
        long blobsAlone = entry.hasBlobs() ? count("\"" + table + "_blob\" AS x", "x.id", table) : 0;
        long places = FileSchema.ofDamaged(connection).isPlain(table + "_rtree_rowid")
                ? count("\"" + table + "_rtree_rowid\" AS x", "x.rowid", table)
                : 0;
        if (blobsAlone > 0) {
            faults.add(blobsAlone + " payloads belong to no message");
        }
        if (places > 0) {
            faults.add(places + " positions in the R-tree belong to no message");
        }
        return blobsAlone + places;
    }

    private long count(String from, String id, String table) {
        String sql = "SELECT count(*) FROM " + from + " LEFT JOIN \"" + table + "\" AS s ON s.id = " + id
                + " WHERE s.id IS NULL";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        } catch (SQLException e) {
            // a table that is missing or damaged has no orphans that could be counted
            return 0;
        }
    }

    @Override
    public void row(RawRow row) {
        rows++;
        time(row.seconds());
        if (row.column(1) == null) {
            payload(row.id());
        }
        onRow.accept(1);
    }

    private void time(double seconds) {
        backwards += seconds < last ? 1 : 0;
        sameStamp += seconds == last ? 1 : 0;
        implausible += seconds >= EARLIEST && seconds < LATEST ? 0 : 1;
        last = seconds;
        try {
            long unused = RecordedTime.toNanos(seconds);
        } catch (RecordingException e) {
            undecodable(e);
        }
    }

    private void payload(long id) {
        Optional<byte[]> blob = blobs.get(id);
        if (blob.isEmpty()) {
            withoutPayload++;
            if (withoutPayload == 1) {
                faults.add("message " + id + " has no payload that can be read, the first of those");
            }
            return;
        }
        if (decode) {
            decode(id, Bytes.wrap(blob.get()));
        }
    }

    private void decode(long id, Bytes blob) {
        try {
            Object unused = payloads.payload(id, payloads.encoded(id, blob)).get();
        } catch (RecordingException e) {
            undecodable(e);
        }
    }

    private void undecodable(RecordingException e) {
        undecodable++;
        if (undecodable == 1) {
            faults.add(e.getMessage() + ", the first of those that cannot be decoded");
        }
    }

    @Override
    public void damage(long fromId, long toId, String reason) {
        damages++;
        String what =
                toId == Long.MAX_VALUE ? "from message " + fromId + " on" : "messages " + fromId + " to " + (toId - 1);
        if (damages == 1) {
            faults.add(what + " cannot be read: " + reason);
        }
    }
}
