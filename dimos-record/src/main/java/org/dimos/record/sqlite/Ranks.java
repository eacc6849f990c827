package org.dimos.record.sqlite;

import java.sql.SQLException;

/** What has been found out about the order of a stream's rows in time, as long as no row is added. */
interface Ranks {

    /** The largest id there was when it was found out. */
    long lastId();

    /** Whether {@link #before} is exact. */
    boolean isExact();

    /** How many rows are earlier than each of these times, in seconds, which come in their order. */
    long[] before(double[] times) throws SQLException;
}
