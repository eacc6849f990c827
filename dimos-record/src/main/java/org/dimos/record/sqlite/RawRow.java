package org.dimos.record.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row as it is stored, nothing of it decoded. */
final class RawRow {
    /** From {@code ts} to {@code tags}. */
    static final int COLUMNS = 10;

    private static final int TAGS = COLUMNS - 1;
    private static final int BLOB = COLUMNS + 2;

    /** {@code jsonb('{}')}. */
    private static final byte[] NO_TAGS = {0x0c};

    private final long id;
    private final @Nullable Object[] columns;
    private final byte @Nullable [] blob;

    private RawRow(long id, @Nullable Object[] columns, byte @Nullable [] blob) {
        this.id = id;
        this.columns = columns;
        this.blob = blob;
    }

    /** Takes a row of {@link Schema#selectRows}. */
    static RawRow read(ResultSet row) throws SQLException {
        @Nullable Object[] columns = new @Nullable Object[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            columns[i] = row.getObject(2 + i);
        }
        return new RawRow(row.getLong(1), columns, row.getBytes(BLOB));
    }

    /** A row of which nothing is left but its number, its time and its payload. */
    static RawRow bare(long id, double seconds, byte @Nullable [] blob) {
        @Nullable Object[] columns = new @Nullable Object[COLUMNS];
        columns[0] = seconds;
        columns[TAGS] = NO_TAGS;
        return new RawRow(id, columns, blob);
    }

    long id() {
        return id;
    }

    double seconds() {
        return columns[0] instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The stored value of a column, the first of which is {@code ts}. */
    @Nullable
    Object column(int index) {
        return columns[index];
    }

    byte @Nullable [] blob() {
        return blob;
    }

    boolean hasPayload() {
        return columns[1] != null || blob != null;
    }

    /** Whether it has a position that the R-tree takes. */
    boolean hasPlace() {
        return place(0) != null && place(1) != null && place(2) != null;
    }

    /** A coordinate: 0 is x. */
    @Nullable
    Double place(int axis) {
        return columns[2 + axis] instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    /** The same with another payload. */
    RawRow withBlob(byte @Nullable [] newBlob) {
        return new RawRow(id, columns, newBlob);
    }

    /** The same without tags. */
    RawRow withoutTags() {
        @Nullable Object[] changed = columns.clone();
        changed[TAGS] = NO_TAGS;
        return new RawRow(id, changed, blob);
    }

    /** How many bytes its texts and blobs take, but for its payload. */
    long size() {
        long size = 0;
        for (Object column : columns) {
            if (column instanceof byte[] bytes) {
                size += bytes.length;
            } else if (column instanceof String text) {
                size += text.length();
            }
        }
        return size;
    }

    /** The stored tags. */
    @Nullable
    Object tags() {
        return columns[TAGS];
    }
}
