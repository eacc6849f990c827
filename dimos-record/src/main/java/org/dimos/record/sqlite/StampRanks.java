package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/** Ranks in a stream without an index on time: its stamps, or some of them, in memory. */
final class StampRanks implements Ranks {
    private static final long MOST_STAMPS = 4_000_000;
    private static final int SAMPLES = 1024;
    private static final int ROWS_PER_LOOK = 4096;

    private final long lastId;
    private final double[] stamps;
    private final double weight;
    private final boolean exact;

    private StampRanks(long lastId, double[] stamps, double weight, boolean exact) {
        this.lastId = lastId;
        this.stamps = stamps;
        this.weight = weight;
        this.exact = exact;
        Arrays.sort(stamps);
    }

    /** Reads all rows once; of very many every second, third, …; empty if it was cancelled. */
    static Optional<Ranks> read(Connection connection, String table, IdFacts facts, BooleanSupplier cancelled)
            throws SQLException {
        long every = 1 + facts.span() / MOST_STAMPS;
        DoubleStream.Builder stamps = DoubleStream.builder();
        String sql =
                "SELECT ts FROM \"" + table + "\" WHERE id <= ?" + (every > 1 ? " AND id % " + every + " = 0" : "");
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, facts.last());
            try (ResultSet row = query.executeQuery()) {
                for (long i = 0; row.next(); i++) {
                    stamps.add(row.getDouble(1));
                    if (i % ROWS_PER_LOOK == 0 && cancelled.getAsBoolean()) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(new StampRanks(facts.last(), stamps.build().toArray(), every, every == 1));
    }

    /** Looks at some rows, evenly among the row numbers. */
    static Ranks sample(Connection connection, String table, IdFacts facts) throws SQLException {
        double distance = facts.span() / (double) SAMPLES;
        double[] stamps = new double[SAMPLES];
        try (PreparedStatement query =
                connection.prepareStatement("SELECT ts FROM \"" + table + "\" WHERE id >= ? ORDER BY id LIMIT 1")) {
            for (int i = 0; i < SAMPLES; i++) {
                query.setLong(1, facts.first() + (long) (i * distance));
                try (ResultSet row = query.executeQuery()) {
                    stamps[i] = row.next() ? row.getDouble(1) : Double.POSITIVE_INFINITY;
                }
            }
        }
        return new StampRanks(facts.last(), stamps, distance, false);
    }

    @Override
    public long lastId() {
        return lastId;
    }

    @Override
    public boolean isExact() {
        return exact;
    }

    @Override
    public long[] before(double[] times) {
        return Arrays.stream(times)
                .mapToLong(time -> Math.round(rank(time) * weight))
                .toArray();
    }

    private int rank(double time) {
        int low = 0;
        int high = stamps.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stamps[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
