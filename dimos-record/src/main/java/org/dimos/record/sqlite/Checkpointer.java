package org.dimos.record.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what was written from the log into the file, on a thread and a connection of its own: done by the writer it
 * would hold up a commit for a tenth of a second. Most of it is done while the writer goes on. When the log is long all
 * the same, the writer waits once while the little that is left is moved, so that the log begins anew: they take turns,
 * for a writer that begins the next transaction at once would never let the checkpoint in.
 */
final class Checkpointer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
    private static final long PERIOD_MILLIS = 100;
    /** In pages of the file: 32 MiB, which are read in some 30 ms when the file is opened after a crash. */
    private static final long LONG_LOG = (32L << 20) / NewDatabase.PAGE_SIZE;

    private static final int LOG_PAGES = 2;

    private final Path path;
    private final Connection connection;
    private final Semaphore turn;
    private final ScheduledExecutorService thread;

    private Checkpointer(Path path, Connection connection, Semaphore turn) {
        this.turn = turn;
        this.path = path;
        this.connection = connection;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "recorder-checkpoint");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /**
     * Begins to look after a file.
     *
     * @param turn what the writer holds during a transaction; fair
     */
    static Checkpointer start(Path path, Connection connection, Semaphore turn) {
        Checkpointer checkpointer = new Checkpointer(path, connection, turn);
        checkpointer.begin();
        return checkpointer;
    }

    private void begin() {
        var unused =
                thread.scheduleWithFixedDelay(this::checkpoint, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void checkpoint() {
        try {
            if (checkpoint("PASSIVE") > LONG_LOG) {
                beginLogAnew();
            }
        } catch (SQLException e) {
            LOG.debug("no checkpoint of {} this time", path, e);
        }
    }

    private void beginLogAnew() throws SQLException {
        turn.acquireUninterruptibly();
        try {
            var unused = checkpoint("RESTART");
        } finally {
            turn.release();
        }
    }

    /** Answers how many pages the log holds, moved or not. */
    private long checkpoint(String mode) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
            return row.getLong(LOG_PAGES);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the checkpoint of {} does not end", path);
            }
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.debug("closing the checkpoint connection of {} failed", path, e);
        }
    }
}
