package org.dimos.blueprint.introspection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.link.LinkReport;
import org.dimos.core.text.Glob;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.Transport;
import org.dimos.record.rolling.ProcessMark;
import org.dimos.record.rolling.StateFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a running graph be seen, until this is closed: by a file and a socket in the user's state folder, for {@link
 * LiveRuns}. A graph that cannot be announced runs all the same; {@link #failure} says why.
 */
public final class Announcement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final Graph graph;
    private final LiveFolder folder;
    private final Runnable onStop;
    private LiveEntry entry;
    private RunAnswers answers;
    private Optional<RunServer> server = Optional.empty();
    private Optional<RunBeacon> beacon = Optional.empty();
    private Optional<String> failure = Optional.empty();

    private Announcement(Graph graph, LiveEntry entry, LiveFolder folder, Runnable onStop) {
        this.graph = graph;
        this.entry = entry;
        this.folder = folder;
        this.onStop = onStop;
        this.answers = answers(entry);
    }

    /** Announces a graph under the names of what runs; whoever asks it to stop closes it. */
    public static Announcement of(Graph graph, String blueprint) {
        Instant now = new SystemClock().now();
        return of(
                graph,
                blueprint,
                StateFolder.newId(blueprint, now),
                Optional.empty(),
                StateFolder.of(System.getenv()),
                () -> closeApart(graph));
    }

    private static void closeApart(Graph graph) {
        Thread closing = new Thread(
                () -> {
                    try {
                        graph.close();
                    } catch (RuntimeException e) {
                        LOG.warn("the graph was asked to stop: {}", e.getMessage());
                    }
                },
                "dimos-stop-asked-for");
        closing.start();
    }

    /**
     * Announces a graph.
     *
     * @param blueprint the names of what runs
     * @param id what the run is called, as {@link StateFolder#newId} makes it
     * @param log where its log lines are written
     * @param state where to announce it
     * @param onStop asks the run to stop; must not wait until it has
     */
    public static Announcement of(
            Graph graph, String blueprint, String id, Optional<Path> log, StateFolder state, Runnable onStop) {
        LiveEntry entry = new LiveEntry(
                id,
                blueprint,
                ProcessMark.ofThis(),
                LiveFolder.hostName(),
                new SystemClock().now(),
                graph.status().mode(),
                Optional.empty(),
                log);
        Announcement announcement = new Announcement(graph, entry, new LiveFolder(state.livePath()), onStop);
        announcement.open();
        return announcement;
    }

    private RunAnswers answers(LiveEntry about) {
        return new RunAnswers(about, graph::status, this::share, onStop);
    }

    private List<String> share(List<String> patterns) {
        graph.share(patterns);
        Predicate<String> wanted = Glob.matchingAny(patterns);
        return graph.links().stream()
                .map(LinkReport::stream)
                .filter(wanted)
                .distinct()
                .sorted()
                .toList();
    }

    private void open() {
        try {
            folder.make();
            RunSocket socket = RunSocket.open(folder.socket(entry.id()));
            entry = entry.withSocket(Optional.of(socket.path()));
            answers = answers(entry);
            server = Optional.of(RunServer.start(socket, answers));
            folder.write(entry);
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(e.toString());
            closeServer();
        }
    }

    /** Announces the run on a transport as well, once a second. The transport stays open when this is closed. */
    public Announcement on(Transport transport) {
        beacon.ifPresent(RunBeacon::close);
        beacon = Optional.of(RunBeacon.start(transport, answers::tellStatus));
        return this;
    }

    /** What the run says of itself. */
    public LiveEntry entry() {
        return entry;
    }

    /** Why other processes do not find the run, if they do not. */
    public Optional<String> failure() {
        return failure;
    }

    /** Nobody sees the run any more. */
    @Override
    public void close() {
        beacon.ifPresent(RunBeacon::close);
        folder.remove(entry);
        closeServer();
    }

    private void closeServer() {
        try {
            if (server.isPresent()) {
                server.get().close();
            }
        } catch (IOException e) {
            LOG.debug("the socket of run {} could not be closed", entry.id(), e);
        }
    }
}
