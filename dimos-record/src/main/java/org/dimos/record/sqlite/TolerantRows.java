package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Reads the rows of a table of a damaged file in the order of their ids, without payloads. Where reading fails it goes on
 * with the first row behind the damage that can be reached. Ids only ever grow, so that a damaged tree of pages cannot
 * lead it in circles.
 */
final class TolerantRows {
    private static final int MOST_DAMAGES = 100_000;
    private static final long LARGEST_ID = 1L << 48;

    private final Connection connection;
    private final StreamEntry withoutBlobs;
    private final Taker taker;
    private long next = Long.MIN_VALUE;

    /** Is given what there is, in its order. */
    interface Taker {
        void row(RawRow row) throws SQLException;

        /** Rows of these ids cannot be read; {@code toId} is left out, {@link Long#MAX_VALUE} means all that follow. */
        void damage(long fromId, long toId, String reason) throws SQLException;
    }

    TolerantRows(Connection connection, StreamEntry entry, Taker taker) {
        this.connection = connection;
        this.withoutBlobs = new StreamEntry(
                entry.table(), entry.name(), entry.config(), entry.javaNotes(), entry.hasTable(), false, false, false);
        this.taker = taker;
    }

    void readAll() throws SQLException {
        HeldBytes held = new HeldBytes(connection);
        for (int n = 0; n < MOST_DAMAGES; n++) {
            String reason;
            try {
                readOn(held);
                return;
            } catch (DamageException e) {
                reason = String.valueOf(e.getMessage());
            }
            long from = Math.max(next, 1);
            if (held.isMoreThanAll()) {
                taker.damage(from, Long.MAX_VALUE, reason);
                return;
            }
            OptionalLong following = firstBehind(from);
            taker.damage(from, following.orElse(Long.MAX_VALUE), reason);
            if (following.isEmpty()) {
                return;
            }
            next = following.getAsLong();
        }
    }

    private void readOn(HeldBytes held) throws SQLException, DamageException {
        String sql = Schema.selectRows(withoutBlobs) + " WHERE s.id >= ? ORDER BY s.id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, next);
            ResultSet rows = damaged(query::executeQuery);
            while (damaged(rows::next)) {
                RawRow row = damaged(() -> RawRow.read(rows));
                if (row.id() < next || row.id() == Long.MAX_VALUE) {
                    throw new DamageException("rows are out of order");
                }
                held.add(row.size());
                if (held.isMoreThanAll()) {
                    throw new DamageException("its rows hold more than the whole file");
                }
                taker.row(row);
                next = row.id() + 1;
            }
        }
    }

    /** Looks in growing steps for a row that can be read, then back for the first such. */
    private OptionalLong firstBehind(long from) {
        long failed = from;
        for (long step = 1; from + step < LARGEST_ID; step *= 2) {
            Probe probe = probe(from + step);
            if (probe.readable()) {
                return closest(failed, from + step);
            }
            failed = from + step;
        }
        return OptionalLong.empty();
    }

    private OptionalLong closest(long failed, long readable) {
        long low = failed;
        long high = readable;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (probe(middle).readable()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return probe(high).id();
    }

    private Probe probe(long id) {
        String sql = "SELECT id FROM \"" + withoutBlobs.table() + "\" WHERE id >= ? ORDER BY id LIMIT 1";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return new Probe(true, OptionalLong.empty());
                }
                long found = row.getLong(1);
                return new Probe(found >= id, OptionalLong.of(found));
            }
        } catch (SQLException e) {
            return new Probe(false, OptionalLong.empty());
        }
    }

    private record Probe(boolean readable, OptionalLong id) {}

    private static <T> T damaged(SqlRead<T> read) throws DamageException {
        try {
            return read.get();
        } catch (SQLException e) {
            throw new DamageException(SqliteErrors.reason(e));
        }
    }

    private interface SqlRead<T> {
        T get() throws SQLException;
    }

    /** Reading stops here for now. */
    private static final class DamageException extends Exception {
        private static final long serialVersionUID = 1L;

        DamageException(String reason) {
            super(reason);
        }
    }
}
