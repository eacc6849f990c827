package org.dimos.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.introspection.Announcement;
import org.dimos.cli.log.RunLog;
import org.dimos.cli.text.Terminal;
import org.dimos.core.time.SystemClock;
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
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private Optional<RunLog> log = Optional.empty();
    private Optional<Announcement> announcement = Optional.empty();
    private boolean warned;

    private Presence(String title, String id, StateFolder state, Terminal terminal) {
        this.title = title;
        this.id = id;
        this.state = state;
        this.terminal = terminal;
    }

    /** That of a new run of the given blueprints. */
    static Presence of(String title, StateFolder state, Terminal terminal) {
        return new Presence(title, StateFolder.newId(title, new SystemClock().now()), state, terminal);
    }

    StateFolder state() {
        return state;
    }

    /** Where the run's rolling recording belongs. */
    Path recording() {
        return state.runsPath().resolve(id);
    }

    /** Says that something is missing beside the run: the first time, since one reason is behind all of it. */
    void warn(String sentence) {
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

    /** Lets others find the graph. */
    void announce(Graph graph) {
        Announcement made = Announcement.of(
                graph, title, id, log.map(RunLog::file), state, () -> stop.complete(null));
        made.failure().ifPresent(reason -> warn("the run goes on unseen by 'dimos ps': " + reason));
        announcement = Optional.of(made);
    }

    /** Nobody finds the graph any more. */
    void endAnnouncement() {
        announcement.ifPresent(Announcement::close);
        announcement = Optional.empty();
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
