package org.dimos.record.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.dimos.record.Observation;
import org.jspecify.annotations.Nullable;

/** Follows the row numbers of a selection and fetches the rows one by one: sorting never moves a payload. */
final class SelectedRows implements RowSource {
    private final RowReader reader;
    private final PreparedStatement selected;
    private final ResultSet ids;
    private final PreparedStatement row;
    private @Nullable ResultSet found;

    SelectedRows(Connection connection, StreamEntry entry, RowReader reader, SelectionSql sql) throws SQLException {
        this.reader = reader;
        row = connection.prepareStatement(Schema.selectRows(entry) + " WHERE s.id = ?");
        try {
            selected = sql.prepare(connection, sql.ids());
            ids = selected.executeQuery();
        } catch (SQLException e) {
            row.close();
            throw e;
        }
    }

    @Override
    public boolean advance() throws SQLException {
        while (ids.next()) {
            row.setLong(1, ids.getLong(1));
            found = row.executeQuery();
            if (found.next()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long nanos() throws SQLException {
        return RowReader.nanos(requireNonNull(found, "no row"));
    }

    @Override
    public Observation<?> read() throws SQLException {
        return reader.read(requireNonNull(found, "no row"));
    }

    @Override
    public void close() throws SQLException {
        try (row) {
            selected.close();
        }
    }
}
