package org.dimos.record.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.dimos.msgs.geometry.Pose;
import org.dimos.record.RecordedTime;

/**
 * Which columns a row fills. Most fill three of eleven, and a column that is not named costs nothing.
 *
 * @param number whether the payload is in the row itself
 * @param posed whether it has a pose
 * @param text whether SQLite is to make the tags of JSON text
 */
record RowShape(boolean number, boolean posed, boolean text) implements BatchInsert.Shape<NumberedRow> {

    static RowShape of(Row row) {
        return new RowShape(row.number() != null, row.pose() != null, row.tagText() != null);
    }

    boolean fits(Row row) {
        return number == (row.number() != null) && posed == (row.pose() != null) && text == (row.tagText() != null);
    }

    @Override
    public String columns() {
        return "(id, ts, tags" + (number ? ", value" : "")
                + (posed ? ", pose_x, pose_y, pose_z, pose_qx, pose_qy, pose_qz, pose_qw" : "") + ")";
    }

    @Override
    public String parameters() {
        return "(?, ?, " + (text ? "jsonb(?)" : "?") + (number ? ", ?" : "") + (posed ? ", ?, ?, ?, ?, ?, ?, ?" : "")
                + ")";
    }

    @Override
    public int bind(PreparedStatement insert, int first, NumberedRow numbered) throws SQLException {
        Row row = numbered.row();
        int at = first;
        insert.setLong(at++, numbered.id());
        insert.setDouble(at++, RecordedTime.toSeconds(row.timestampNanos()));
        if (text) {
            insert.setString(at++, row.tagText());
        } else {
            insert.setBytes(
                    at++, requireNonNull(row.tags(), "a row has no tags").array());
        }
        if (number) {
            insert.setObject(at++, row.number());
        }
        return posed ? bind(insert, at, requireNonNull(row.pose(), "a row has no pose")) : at;
    }

    private static int bind(PreparedStatement insert, int first, Pose pose) throws SQLException {
        int at = first;
        insert.setDouble(at++, pose.position().x());
        insert.setDouble(at++, pose.position().y());
        insert.setDouble(at++, pose.position().z());
        insert.setDouble(at++, pose.orientation().x());
        insert.setDouble(at++, pose.orientation().y());
        insert.setDouble(at++, pose.orientation().z());
        insert.setDouble(at++, pose.orientation().w());
        return at;
    }
}
