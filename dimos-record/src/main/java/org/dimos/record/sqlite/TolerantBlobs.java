package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fetches payloads of a stream one by one, from a file that may be damaged. */
final class TolerantBlobs implements AutoCloseable {
    private final Connection connection;
    private final StreamEntry entry;
    private final HeldBytes held;
    private @Nullable PreparedStatement query;

    TolerantBlobs(Connection connection, StreamEntry entry) {
        this.connection = connection;
        this.entry = entry;
        this.held = new HeldBytes(connection);
    }

    /** The payload of a row, if it is there and can be read. */
    Optional<byte[]> get(long id) {
        if (!entry.hasBlobs()) {
            return Optional.empty();
        }
        try {
            return held.isMoreThanAll() ? Optional.empty() : fetch(id);
        } catch (SQLException e) {
            // a statement that came upon damage finds nothing any more
            forget();
            return Optional.empty();
        }
    }

    private Optional<byte[]> fetch(long id) throws SQLException {
        PreparedStatement prepared = query;
        if (prepared == null) {
            prepared = connection.prepareStatement("SELECT data FROM \"" + entry.table() + "_blob\" WHERE id = ?");
            query = prepared;
        }
        prepared.setLong(1, id);
        try (ResultSet row = prepared.executeQuery()) {
            Optional<byte[]> data = row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            data.ifPresent(bytes -> held.add(bytes.length));
            return data;
        }
    }

    private void forget() {
        try {
            close();
        } catch (SQLException e) {
            // it tells again what was wrong
        }
        query = null;
    }

    @Override
    public void close() throws SQLException {
        if (query != null) {
            query.close();
        }
    }
}
