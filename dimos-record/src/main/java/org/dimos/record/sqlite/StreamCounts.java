package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dimos.record.RecordedTime;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.TimeEdges;
import org.jspecify.annotations.Nullable;

/**
 * Counts a stream's rows between times. Where the writer noted that they are in order, by row numbers; otherwise every row
 * must have been looked at once, which is done at once for a few rows, and before {@link #prepare} estimated for many.
 * Safe to share between threads.
 */
final class StreamCounts {
    private static final long FEW_ROWS = 200_000;

    private final Connection connection;
    private final StreamEntry entry;
    private final EdgeQuery firstIds;
    private volatile @Nullable Ranks known;
    private volatile @Nullable Boolean complete;

    StreamCounts(Connection connection, StreamEntry entry) {
        this.connection = connection;
        this.entry = entry;
        this.firstIds = IdRanks.firstIds(connection, entry.table());
    }

    BinCounts of(TimeEdges edges) throws SQLException {
        Optional<BinCounts> few = entry.hasTimeIndex() ? few(edges) : Optional.empty();
        return few.isPresent() ? few.get() : byRanks(edges);
    }

    /** Where there are fewer rows than bins, to look at the rows is exact and the least work. */
    private Optional<BinCounts> few(TimeEdges edges) throws SQLException {
        long[] counts = new long[edges.bins()];
        int most = edges.bins();
        String sql = "SELECT ts FROM \"" + entry.table() + "\" WHERE ts >= ? AND ts < ? LIMIT " + (most + 1);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setDouble(1, SelectionSql.bound(edges.at(0)));
            query.setDouble(2, SelectionSql.bound(edges.at(most)));
            try (ResultSet row = query.executeQuery()) {
                for (int found = 0; row.next(); found++) {
                    if (found == most) {
                        return Optional.empty();
                    }
                    int bin = edges.binOf(RecordedTime.toNanos(row.getDouble(1)));
                    if (bin >= 0) {
                        counts[bin]++;
                    }
                }
            }
        }
        return Optional.of(BinCounts.of(counts, true));
    }

    private BinCounts byRanks(TimeEdges edges) throws SQLException {
        IdFacts facts = facts();
        if (facts.span() == 0 || facts.last() == 0) {
            return BinCounts.none(edges);
        }
        Ranks ranks = ranks(facts);
        double[] times =
                Arrays.stream(edges.toArray()).mapToDouble(SelectionSql::bound).toArray();
        return BinCounts.between(ranks.before(times), ranks.isExact());
    }

    private Ranks ranks(IdFacts facts) throws SQLException {
        if (facts.inOrder()) {
            return new IdRanks(firstIds, facts);
        }
        Optional<Ranks> ready = known(facts);
        if (ready.isEmpty() && facts.span() <= FEW_ROWS) {
            ready = lookAtAll(facts, () -> false);
        }
        if (ready.isPresent()) {
            return ready.get();
        }
        return entry.hasTimeIndex()
                ? new IdRanks(firstIds, facts)
                : StampRanks.sample(connection, entry.table(), facts);
    }

    private Optional<Ranks> known(IdFacts facts) {
        return Optional.ofNullable(known).filter(ranks -> ranks.lastId() == facts.last());
    }

    /** Looks at every row unless that is not needed; what was found out by then is forgotten if it is cancelled. */
    void prepare(BooleanSupplier cancelled) throws SQLException {
        IdFacts facts = facts();
        if (!facts.inOrder() && facts.last() > 0 && known(facts).isEmpty()) {
            var unused = lookAtAll(facts, cancelled);
        }
    }

    private Optional<Ranks> lookAtAll(IdFacts facts, BooleanSupplier cancelled) throws SQLException {
        Optional<Ranks> found = entry.hasTimeIndex()
                ? IndexRanks.walk(connection, entry.table(), facts.last(), cancelled)
                : StampRanks.read(connection, entry.table(), facts, cancelled);
        found.ifPresent(ranks -> known = ranks);
        return found;
    }

    /** That no row is missing is counted once: who takes rows out of a file does not do so while it is looked at. */
    private IdFacts facts() throws SQLException {
        IdFacts facts = IdFacts.of(connection, entry);
        if (!facts.inOrder()) {
            return facts;
        }
        Boolean checked = complete;
        if (checked == null) {
            checked = rows(facts) == facts.span();
            complete = checked;
        }
        return checked ? facts : new IdFacts(facts.first(), facts.last(), false);
    }

    private long rows(IdFacts facts) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*), max(id) FROM \"" + entry.table() + "\" WHERE id <= " + facts.last())) {
            return row.getLong(1);
        }
    }
}
