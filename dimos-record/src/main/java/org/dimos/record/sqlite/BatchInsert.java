package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows with few statements of many rows each: what a statement costs beside its rows is a third of the
 * work for small messages.
 *
 * @param <R> what a row is made of
 */
final class BatchInsert<R> {
    /** Most rows of one statement. */
    static final int MAX_ROWS = 64;

    private static final int STEP = 4;

    private final Connection connection;
    private final String table;
    private final Shape<R> shape;
    /** For 1, 4, 16 and 64 rows; each is prepared when it is first of use. */
    private final @Nullable PreparedStatement[] statements = new PreparedStatement[4];

    BatchInsert(Connection connection, String table, Shape<R> shape) {
        this.connection = connection;
        this.table = table;
        this.shape = shape;
    }

    void insert(List<R> rows) throws SQLException {
        int at = 0;
        int index = statements.length - 1;
        for (int size = MAX_ROWS; size > 0; size /= STEP) {
            while (rows.size() - at >= size) {
                insert(statement(index, size), rows.subList(at, at + size));
                at += size;
            }
            index--;
        }
    }

    private void insert(PreparedStatement statement, List<R> rows) throws SQLException {
        int column = 1;
        for (R row : rows) {
            column = shape.bind(statement, column, row);
        }
        statement.executeUpdate();
    }

    private PreparedStatement statement(int index, int size) throws SQLException {
        PreparedStatement known = statements[index];
        if (known == null) {
            known = connection.prepareStatement("INSERT INTO \"" + table + "\" " + shape.columns() + " VALUES "
                    + String.join(", ", Collections.nCopies(size, shape.parameters())));
            statements[index] = known;
        }
        return known;
    }

    /** The columns that rows fill. */
    interface Shape<R> {
        /** Their names in parentheses. */
        String columns();

        /** Their parameters in parentheses. */
        String parameters();

        /** Sets the parameters of a row from the given one on, and gives the next. */
        int bind(PreparedStatement insert, int first, R row) throws SQLException;
    }
}
