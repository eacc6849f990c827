package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the same number about many places of a stream in few statements: a statement for each would cost more than what it
 * looks up.
 */
final class EdgeQuery {
    private static final int MOST_AT_ONCE = 500;

    private final Connection connection;
    private final int columns;
    private final String question;
    private @Nullable PreparedStatement prepared;
    private int preparedFor;

    /**
     * @param columns how many values there are for each place, {@code e.a}, {@code e.b}, {@code e.c}
     * @param question a scalar expression over them
     */
    EdgeQuery(Connection connection, int columns, String question) {
        this.connection = connection;
        this.columns = columns;
        this.question = question;
    }

    /** The answers in the order of the places; {@code none} where there is no answer. */
    synchronized long[] ask(Object[][] places, long none) throws SQLException {
        long[] answers = new long[places.length];
        for (int start = 0; start < places.length; start += MOST_AT_ONCE) {
            int count = Math.min(MOST_AT_ONCE, places.length - start);
            PreparedStatement query = statement(count);
            for (int i = 0; i < count * columns; i++) {
                query.setObject(i + 1, places[start + i / columns][i % columns]);
            }
            read(query, answers, start, none);
        }
        return answers;
    }

    /** A screen asks for as many places again and again; the connection closes what is left open. */
    private PreparedStatement statement(int count) throws SQLException {
        PreparedStatement ready = prepared;
        if (ready == null || count != preparedFor) {
            if (ready != null) {
                prepared = null;
                ready.close();
            }
            ready = connection.prepareStatement(sql(count));
            prepared = ready;
            preparedFor = count;
        }
        return ready;
    }

    private static void read(PreparedStatement query, long[] answers, int start, long none) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                int place = start + row.getInt(1);
                long answer = row.getLong(2);
                answers[place] = row.wasNull() ? none : answer;
            }
        }
    }

    private String sql(int count) {
        String values = ", ?".repeat(columns);
        return "WITH e(n, " + "a, b, c".substring(0, columns * 3 - 2) + ") AS (VALUES "
                + IntStream.range(0, count)
                        .mapToObj(i -> "(" + i + values + ")")
                        .collect(Collectors.joining(", "))
                + ") SELECT n, " + question + " FROM e";
    }
}
