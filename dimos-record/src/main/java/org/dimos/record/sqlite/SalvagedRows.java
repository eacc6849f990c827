package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.core.array.Bytes;
import org.dimos.record.RecordedTime;
import org.dimos.record.RecordingException;
import org.dimos.record.Tags;

/** Sorts out which rows of a damaged stream are good, and finds some of those that are gone in the index on time. */
final class SalvagedRows implements TolerantRows.Taker {
    private static final int MOST_LOOKS_INTO_THE_INDEX = 100;
    private static final int MOST_INDEXED = 1_000_000;
    private static final long LARGEST_COUNT = 1L << 40;

    private final Connection connection;
    private final StreamEntry entry;
    private final TolerantBlobs blobs;
    private final DamageLog log;
    private final GoodRows good;
    private final PayloadReader payloads;
    private final long lastKnownId;
    private int looks;
    private long rows;

    /** Takes the rows that are good. */
    interface GoodRows {
        void take(RawRow row) throws SQLException;
    }

    SalvagedRows(Connection connection, StreamEntry entry, TolerantBlobs blobs, DamageLog log, GoodRows good) {
        this.connection = connection;
        this.entry = entry;
        this.blobs = blobs;
        this.log = log;
        this.good = good;
        this.payloads = PayloadTypes.reader(entry, this::firstPayload);
        this.lastKnownId = Salvage.lastId(connection, entry.table());
    }

    private Optional<Bytes> firstPayload() {
        for (long id = 1; id <= 10; id++) {
            Optional<byte[]> blob = blobs.get(id);
            if (blob.isPresent()) {
                return blob.map(Bytes::wrap);
            }
        }
        return Optional.empty();
    }

    long count() {
        return rows;
    }

    @Override
    public void row(RawRow row) throws SQLException {
        RawRow whole = row.column(1) == null ? row.withBlob(blobs.get(row.id()).orElse(null)) : row;
        if (!isGood(whole)) {
            log.missing(1);
            return;
        }
        log.kept(whole.seconds());
        good.take(hasGoodTags(whole) ? whole : whole.withoutTags());
        rows++;
    }

    private boolean isGood(RawRow row) {
        if (!row.hasPayload()) {
            return false;
        }
        try {
            long unused = RecordedTime.toNanos(row.seconds());
            byte[] blob = row.blob();
            if (blob != null) {
                Object unusedPayload = payloads.payload(row.id(), payloads.encoded(row.id(), Bytes.wrap(blob)))
                        .get();
                return true;
            }
            return row.column(1) instanceof Number;
        } catch (RecordingException e) {
            return false;
        }
    }

    private static boolean hasGoodTags(RawRow row) {
        Object tags = row.tags();
        if (tags == null) {
            return true;
        }
        try {
            String json = tags instanceof byte[] jsonb ? JsonbText.of(Bytes.wrap(jsonb)) : String.valueOf(tags);
            Map<String, Object> unusedValues = Tags.ofJson(() -> json).values();
            return true;
        } catch (RecordingException e) {
            return false;
        }
    }

    @Override
    public void damage(long fromId, long toId, String reason) throws SQLException {
        long end = toId == Long.MAX_VALUE ? Math.max(lastKnownId + 1, fromId) : toId;
        List<RawRow> indexed = fromIndex(fromId, toId);
        log.missing(Math.max(0, Math.min(end - fromId, LARGEST_COUNT) - indexed.size()));
        for (RawRow bare : indexed) {
            row(bare);
        }
    }

    /** Rows whose page is gone may still be in the index, with their time, and have their payload. */
    private List<RawRow> fromIndex(long fromId, long toId) {
        List<RawRow> found = new ArrayList<>();
        if (!entry.hasTimeIndex() || !entry.hasBlobs() || ++looks > MOST_LOOKS_INTO_THE_INDEX) {
            return found;
        }
        String sql = "SELECT id, ts FROM \"" + entry.table() + "\" INDEXED BY \"" + entry.table()
                + "_ts_id\" WHERE id >= ? AND id < ? ORDER BY ts, id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, fromId);
            query.setLong(2, toId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next() && found.size() < MOST_INDEXED) {
                    found.add(RawRow.bare(row.getLong(1), row.getDouble(2), null));
                }
            }
        } catch (SQLException e) {
            // what could be read counts
        }
        found.sort(Comparator.comparingLong(RawRow::id));
        return found;
    }

    /** Nothing follows. */
    void end() {
        if (!entry.hasTable()) {
            log.missing(lastKnownId);
        }
    }
}
