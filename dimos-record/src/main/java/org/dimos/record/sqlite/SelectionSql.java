package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.dimos.record.selection.Area;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.Tag;

/**
 * A selection of a stream as SQL over row numbers: what sorts and skips never moves a payload. Conditions are written so
 * that SQLite can use the indexes on time and tags and the R-tree of places.
 */
final class SelectionSql {
    private static final double MAX_SECONDS = 9.2e9;

    private final StreamEntry entry;
    private final Selection selection;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /**
     * The SQL for a selection.
     *
     * @param hasPlaces whether the stream has an R-tree of places
     */
    SelectionSql(StreamEntry entry, Selection selection, boolean hasPlaces) {
        this.entry = entry;
        this.selection = selection;
        if (selection.fromNanos() != Long.MIN_VALUE) {
            add("s.ts >= ?", bound(selection.fromNanos()));
        }
        if (selection.toNanos() != Long.MAX_VALUE) {
            add("s.ts < ?", bound(selection.toNanos()));
        }
        boolean tail = selection.afterId() != Long.MIN_VALUE;
        if (tail) {
            add("s.id > ?", selection.afterId());
        }
        selection.tags().forEach(this::tag);
        selection.areas().forEach(area -> near(area, hasPlaces && !tail));
    }

    static double bound(long nanos) {
        double seconds = nanos / 1e9;
        return Math.abs(seconds) < MAX_SECONDS - 1 ? TimeBound.atLeast(nanos) : seconds;
    }

    private void add(String condition, Object... values) {
        conditions.add(condition);
        Collections.addAll(parameters, values);
    }

    /** Objects and arrays come out of json_extract as text; a text must be told from them. */
    private void tag(Tag tag) {
        add("json_extract(s.tags, '$." + tag.key() + "') = ?", tag.stored());
        if (tag.value() instanceof String) {
            add("json_type(s.tags, '$." + tag.key() + "') = 'text'");
        }
    }

    /** The R-tree keeps rounded boxes, which overlap if anything does; the columns then say it exactly. */
    private void near(Area area, boolean hasPlaces) {
        double x = area.center().x();
        double y = area.center().y();
        double z = area.center().z();
        double r = area.radius();
        if (hasPlaces) {
            add(
                    "s.id IN (SELECT id FROM \"" + entry.table() + "_rtree\" WHERE x_max >= ? AND x_min <= ?"
                            + " AND y_max >= ? AND y_min <= ? AND z_max >= ? AND z_min <= ?)",
                    x - r,
                    x + r,
                    y - r,
                    y + r,
                    z - r,
                    z + r);
        }
        add(
                "(s.pose_x - ?) * (s.pose_x - ?) + (s.pose_y - ?) * (s.pose_y - ?) + (s.pose_z - ?) * (s.pose_z - ?) <= ?",
                x,
                x,
                y,
                y,
                z,
                z,
                r * r);
        add("s.pose_qx IS NOT NULL AND s.pose_qy IS NOT NULL AND s.pose_qz IS NOT NULL AND s.pose_qw IS NOT NULL");
    }

    /** The row numbers in the order asked for. */
    String ids() {
        return "SELECT s.id" + from() + " ORDER BY " + order() + cut();
    }

    /** Whether the rows come in their order by an index alone, so that nothing has to be sorted. */
    boolean isInOrder() {
        Order.Field field = selection.order().orElse(Order.TIME).field();
        boolean indexed = field == Order.Field.ID || (field == Order.Field.TIME && entry.hasTimeIndex());
        return indexed && selection.tags().isEmpty() && selection.areas().isEmpty();
    }

    /** The rows themselves in the order asked for. */
    String rows() {
        return Schema.selectRows(entry) + where() + " ORDER BY " + order() + cut();
    }

    /** How many rows there are. */
    String count() {
        return selection.isCut()
                ? "SELECT count(*) FROM (SELECT s.id" + from() + cut() + ")"
                : "SELECT count(*)" + from();
    }

    /** The times and payload sizes of the rows by time; sizes are read without the payloads. */
    String sizes() {
        String columns = "SELECT s.ts, " + (entry.hasBlobs() ? "length(b.data)" : "NULL") + " FROM \"" + entry.table()
                + "\" AS s"
                + (entry.hasBlobs() ? " LEFT JOIN \"" + entry.table() + "_blob\" AS b ON b.id = s.id" : "");
        return columns + (selection.isCut() ? " WHERE s.id IN (" + ids() + ")" : where()) + " ORDER BY s.ts, s.id";
    }

    private String from() {
        return " FROM \"" + entry.table() + "\" AS s" + where();
    }

    private String where() {
        return conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private String order() {
        Order order = selection.order().orElse(Order.TIME);
        String way = order.descending() ? " DESC" : "";
        String id = "s.id" + way;
        return switch (order.field()) {
            case TIME -> "s.ts" + way + ", " + id;
            case ID -> id;
            case POSE_X -> "s.pose_x" + way + ", " + id;
            case POSE_Y -> "s.pose_y" + way + ", " + id;
            case POSE_Z -> "s.pose_z" + way + ", " + id;
        };
    }

    private String cut() {
        if (!selection.isCut()) {
            return "";
        }
        long limit = selection.limit() == Long.MAX_VALUE ? -1 : selection.limit();
        return " LIMIT " + limit + " OFFSET " + selection.offset();
    }

    /** A statement with the values in place. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
