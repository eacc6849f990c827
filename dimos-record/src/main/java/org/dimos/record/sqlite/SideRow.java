package org.dimos.record.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.dimos.msgs.geometry.Point;

/** What rows fill in the tables beside the one of their stream. */
enum SideRow implements BatchInsert.Shape<NumberedRow> {
    /** The payload. */
    BLOB("(id, data)", "(?, ?)") {
        @Override
        public int bind(PreparedStatement insert, int first, NumberedRow row) throws SQLException {
            insert.setLong(first, row.id());
            insert.setBytes(
                    first + 1,
                    requireNonNull(row.row().blob(), "a row has no payload").array());
            return first + 2;
        }
    },
    /** The place, as a box without extent. */
    PLACE("(id, x_min, x_max, y_min, y_max, z_min, z_max)", "(?, ?, ?, ?, ?, ?, ?)") {
        @Override
        public int bind(PreparedStatement insert, int first, NumberedRow row) throws SQLException {
            Point place = requireNonNull(row.row().pose(), "a row has no pose").position();
            insert.setLong(first, row.id());
            for (int i = first + 1; i <= first + 2; i++) {
                insert.setDouble(i, place.x());
                insert.setDouble(i + 2, place.y());
                insert.setDouble(i + 4, place.z());
            }
            return first + 7;
        }
    };

    private final String columns;
    private final String parameters;

    SideRow(String columns, String parameters) {
        this.columns = columns;
        this.parameters = parameters;
    }

    @Override
    public String columns() {
        return columns;
    }

    @Override
    public String parameters() {
        return parameters;
    }
}
