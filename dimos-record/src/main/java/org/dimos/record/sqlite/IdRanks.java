package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Ranks by row numbers: where rows were written in the order of time and none is missing, the number of the first row at a
 * time says how many there are before it. An estimate where they were not, or some are missing.
 *
 * @param firstIds finds the first row at a time
 * @param facts the row numbers there are
 */
record IdRanks(EdgeQuery firstIds, IdFacts facts) implements Ranks {
    static EdgeQuery firstIds(Connection connection, String table) {
        return new EdgeQuery(
                connection, 1, "(SELECT id FROM \"" + table + "\" WHERE ts >= e.a ORDER BY ts, id LIMIT 1)");
    }

    @Override
    public long lastId() {
        return facts.last();
    }

    @Override
    public boolean isExact() {
        return facts.inOrder();
    }

    @Override
    public long[] before(double[] times) throws SQLException {
        Object[][] places =
                Arrays.stream(times).mapToObj(time -> new Object[] {time}).toArray(Object[][]::new);
        long[] ranks = firstIds.ask(places, facts.last() + 1);
        long most = 0;
        for (int i = 0; i < ranks.length; i++) {
            most = Math.max(most, ranks[i] - facts.first());
            ranks[i] = most;
        }
        return ranks;
    }
}
