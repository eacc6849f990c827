package org.dimos.record.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what was written from the log into the file, on a thread and a connection of its own: done by the writer it
 * would hold up a commit for a tenth of a second. Passive as long as the log is short, which lets the writer go on; when
 * it is long the writer waits once, so that the log begins anew.
 */
final class Checkpointer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
    private static final long PERIOD_MILLIS = 100;
    private static final long LONG_LOG = 32L << 20;

    private final Path log;
    private final Connection connection;
    private final ScheduledExecutorService thread;

    private Checkpointer(Path path, Connection connection) {
        this.log = path.resolveSibling(path.getFileName() + "-wal");
        this.connection = connection;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "recorder-checkpoint");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    static Checkpointer start(Path path, Connection connection) {
        Checkpointer checkpointer = new Checkpointer(path, connection);
        checkpointer.begin();
        return checkpointer;
    }

    private void begin() {
        var unused =
                thread.scheduleWithFixedDelay(this::checkpoint, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void checkpoint() {
        try (Statement statement = connection.createStatement()) {
            String mode = Files.size(log) > LONG_LOG ? "RESTART" : "PASSIVE";
            statement.execute("PRAGMA wal_checkpoint(" + mode + ")");
        } catch (SQLException | IOException e) {
            LOG.debug("no checkpoint of {} this time", log, e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the checkpoint of {} does not end", log);
            }
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.debug("closing the checkpoint connection of {} failed", log, e);
        }
    }
}
