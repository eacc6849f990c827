package org.dimos.record.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * The tables of a foreign file that hold rows and nothing else. Views, virtual tables and computed columns run what the file says, for as long
 * as it says. SQLite itself is asked, because the text of a schema can be written in many ways.
 */
public final class PlainTables {
    /** Gives their names. */
    static final String QUERY = "SELECT t.name FROM pragma_table_list AS t WHERE t.schema = 'main'"
            + " AND t.type = 'table' AND NOT EXISTS"
            + " (SELECT 1 FROM pragma_table_xinfo(t.name) AS c WHERE c.hidden <> 0)";

    private PlainTables() {}

    /** Their names. */
    public static Set<String> of(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
