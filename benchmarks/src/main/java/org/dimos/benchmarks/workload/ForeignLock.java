package org.dimos.benchmarks.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.dimos.benchmarks.report.JavaProcess;

/** Another process that has a recording locked for writing. */
public final class ForeignLock {
    private ForeignLock() {}

    /** Starts one that locks a recording for a time and ends. */
    static void hold(Path file, Duration time) {
        try {
            var unused = JavaProcess.builder(
                            List.of(), ForeignLock.class.getName(), file.toString(), Long.toString(time.toMillis()))
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arguments: the file, and for how many milliseconds. */
    public static void main(String... arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=5000");
            statement.execute("BEGIN IMMEDIATE");
            System.err.println("another process has locked the recording");
            LockSupport.parkNanos(
                    Duration.ofMillis(Long.parseLong(arguments[1])).toNanos());
            statement.execute("ROLLBACK");
        }
    }
}
