package org.dimos.blueprint.introspection;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A run that is going on, perhaps in another process.
 *
 * @param entry what it says of itself
 */
public record LiveRun(LiveEntry entry) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What it is called. */
    public String id() {
        return entry.id();
    }

    /** The names of what runs. */
    public String blueprint() {
        return entry.blueprint();
    }

    /** The number of its process. */
    public long pid() {
        return entry.process().pid();
    }

    /** When it began. */
    public Instant started() {
        return entry.started();
    }

    /** Whether its process is still there. */
    public boolean isAlive() {
        return entry.isAlive();
    }

    /**
     * Connects to it, to ask more than once.
     *
     * @throws LiveRunException if it is gone, or cannot be asked
     */
    public LiveConnection connect() {
        return connect(PATIENCE);
    }

    /**
     * The same for who waits for an answer at most so long.
     *
     * @throws LiveRunException if it is gone, or cannot be asked
     */
    public LiveConnection connect(Duration patience) {
        Path socket = entry.socket()
                .orElseThrow(() -> new LiveRunException("run " + id() + " has no socket, so it cannot be asked"));
        return LiveConnection.open(id(), socket, patience);
    }

    /**
     * How its graph goes.
     *
     * @throws LiveRunException if it does not answer
     */
    public GraphStatus status() {
        try (LiveConnection connection = connect()) {
            return connection.status();
        }
    }

    /**
     * Puts streams of its graph on the bus, for as long as it runs.
     *
     * @param patterns names, in which {@code *} stands for anything
     * @return the names of the streams
     * @throws LiveRunException if it does not answer, or cannot do it
     */
    public List<String> share(List<String> patterns) {
        try (LiveConnection connection = connect()) {
            return connection.share(patterns);
        }
    }

    /**
     * Asks it to stop. It has not stopped yet when this returns.
     *
     * @throws LiveRunException if it does not answer
     */
    public void stop() {
        try (LiveConnection connection = connect()) {
            connection.stop();
        }
    }
}
