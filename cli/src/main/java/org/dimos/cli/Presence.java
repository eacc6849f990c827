package org.dimos.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.introspection.Announcement;
import org.dimos.cli.log.RunLog;
import org.dimos.cli.text.Terminal;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportException;
import org.dimos.core.transport.Transports;
import org.dimos.core.transport.lcm.LcmTransport;
import org.dimos.record.rolling.StateFolder;

/**
 * What others see of a run: its announcement, its log and its rolling recording, all under one name in the state folder.
 * A run that cannot be seen runs all the same, and says so once.
 */
final class Presence {
    private final String title;
    private final String id;
    private final StateFolder state;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private Optional<RunLog> log = Optional.empty();
    private CompletableFuture<Optional<Announcement>> announcement =
            CompletableFuture.completedFuture(Optional.empty());
    private volatile Optional<Transport> bus = Optional.empty();
    private boolean warned;

    private Presence(String title, String id, StateFolder state, Terminal terminal, Map<String, String> environment) {
        this.title = title;
        this.id = id;
        this.state = state;
        this.terminal = terminal;
        this.environment = environment;
    }

    /** That of a new run of the given blueprints. */
    static Presence of(String title, StateFolder state, Program program) {
        String id = StateFolder.newId(title, new SystemClock().now());
        return new Presence(title, id, state, program.terminal(), program.environment());
    }

    StateFolder state() {
        return state;
    }

    /** Where the run's rolling recording belongs. */
    Path recording() {
        return state.runsPath().resolve(id);
    }

    /** Says that something is missing beside the run: the first time, since one reason is behind all of it. */
    synchronized void warn(String sentence) {
        if (!warned) {
            warned = true;
            terminal.note(terminal.yellow("dimos:") + " " + Terminal.plain(sentence));
        }
    }

    /** Begins the log. */
    void begin() {
        try {
            log = Optional.of(RunLog.open(state, id));
        } catch (IOException | RuntimeException e) {
            warn("the run goes on without a log: " + e);
        }
    }

    /** Lets others find the graph, which does not wait for that. */
    void announce(Graph graph) {
        announcement = CompletableFuture.supplyAsync(() -> {
            Announcement made =
                    Announcement.of(graph, title, id, log.map(RunLog::file), state, () -> stop.complete(null));
            made.failure().ifPresent(reason -> warn("the run goes on unseen by 'dimos ps': " + reason));
            bus = openBus();
            bus.ifPresent(made::on);
            return Optional.of(made);
        });
    }

    /** A machine without multicast is none that others could see the run from. */
    private Optional<Transport> openBus() {
        try {
            return Optional.of(Transports.open(LcmTransport.NAME, environment));
        } catch (TransportException e) {
            note("the run is not announced on the bus: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Nobody finds the graph any more. */
    void endAnnouncement() {
        try {
            announcement.join().ifPresent(Announcement::close);
        } catch (CompletionException e) {
            warn("the run was not seen by 'dimos ps': " + e.getCause());
        }
        announcement = CompletableFuture.completedFuture(Optional.empty());
        bus.ifPresent(Transport::close);
    }

    /** Completes when somebody asked the run to stop. */
    CompletionStage<Void> stopRequested() {
        return stop.minimalCompletionStage();
    }

    /** Adds a line to the log. */
    void note(String line) {
        log.ifPresent(open -> open.info(line.strip()));
    }

    /** Adds the reason of the end to the log. */
    void fail(Throwable failure) {
        log.ifPresent(open -> open.error(String.valueOf(failure.getMessage())));
    }

    /** Nothing more is seen of the run but its log. */
    void close() {
        endAnnouncement();
        log.ifPresent(RunLog::close);
    }
}
