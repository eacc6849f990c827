package org.dimos.record.sqlite;

import java.sql.SQLException;

/** Something that writes to a database. */
interface SqlUpdate {
    void run() throws SQLException;
}
