package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Ranks along the index on time, whatever the order of row numbers: every so many rows it is known where one is. */
final class IndexRanks implements Ranks {
    private static final int STRIDE = 512;

    private final EdgeQuery rest;
    private final long lastId;
    private final double[] times;
    private final long[] ids;

    private IndexRanks(Connection connection, String table, long lastId, List<Mark> marks) {
        this.rest = new EdgeQuery(
                connection, 3, "(SELECT count(*) FROM \"" + table + "\" WHERE (ts, id) >= (e.a, e.b) AND ts < e.c)");
        this.lastId = lastId;
        this.times = marks.stream().mapToDouble(Mark::time).toArray();
        this.ids = marks.stream().mapToLong(Mark::id).toArray();
    }

    private record Mark(double time, long id) {}

    /** Goes through the index once; empty if it was cancelled. */
    static Optional<Ranks> walk(Connection connection, String table, long lastId, BooleanSupplier cancelled)
            throws SQLException {
        List<Mark> marks = new ArrayList<>();
        String sql = "SELECT ts, id FROM \"" + table + "\" WHERE (ts, id) >= (?, ?) ORDER BY ts, id LIMIT 1 OFFSET ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            Mark at = new Mark(Double.NEGATIVE_INFINITY, Long.MIN_VALUE);
            for (int step = 0; !cancelled.getAsBoolean(); step = STRIDE) {
                query.setDouble(1, at.time);
                query.setLong(2, at.id);
                query.setInt(3, step);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        return Optional.of(new IndexRanks(connection, table, lastId, marks));
                    }
                    at = new Mark(row.getDouble(1), row.getLong(2));
                }
                marks.add(at);
            }
        }
        return Optional.empty();
    }

    @Override
    public long lastId() {
        return lastId;
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public long[] before(double[] edges) throws SQLException {
        long[] ranks = new long[edges.length];
        int[] open = new int[edges.length];
        List<Object[]> places = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            int mark = lastBefore(edges[i]);
            if (mark >= 0) {
                ranks[i] = (long) mark * STRIDE;
                open[places.size()] = i;
                places.add(new Object[] {times[mark], ids[mark], edges[i]});
            }
        }
        long[] counts = rest.ask(places.toArray(Object[][]::new), 0);
        for (int i = 0; i < counts.length; i++) {
            ranks[open[i]] += counts[i];
        }
        return ranks;
    }

    private int lastBefore(double time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
