package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What was read of a table, against what its file can hold. In a damaged or forged file the same pages may be part of many
 * rows; reading them over and over would take time and disk without bound.
 */
final class HeldBytes {
    /** A row takes that much of a page at least. */
    private static final int LEAST_ROW = 4;

    private final Connection file;
    private long most;
    private long held;

    /** Nothing read so far of a file. */
    HeldBytes(Connection file) {
        this.file = file;
    }

    private long size() throws SQLException {
        return pragma("page_count") * pragma("page_size");
    }

    private long pragma(String name) throws SQLException {
        try (Statement statement = file.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Adds a row with a value of so many bytes. */
    void add(long bytes) {
        held += LEAST_ROW + bytes;
    }

    /** Whether more was read than the file, which may be growing, can hold. */
    boolean isMoreThanAll() throws SQLException {
        if (held > most) {
            most = size();
        }
        return held > most;
    }
}
