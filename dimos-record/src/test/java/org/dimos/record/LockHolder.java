package org.dimos.record;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that locks a database file, says so, and gives it back when its input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            System.out.println("locked");
            while (System.in.read() >= 0) {
                // Input is only waited for.
            }
            statement.execute("ROLLBACK");
        }
    }
}
