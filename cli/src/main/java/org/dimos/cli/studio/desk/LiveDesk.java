package org.dimos.cli.studio.desk;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.LiveConnection;
import org.dimos.blueprint.introspection.LiveRun;
import org.dimos.blueprint.introspection.LiveRunException;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.blueprint.introspection.StreamTraffic;
import org.dimos.cli.studio.state.Capturing;
import org.dimos.cli.studio.state.Desk;
import org.dimos.cli.studio.state.Live;
import org.dimos.cli.studio.state.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the runs of this user and records them from outside. All on a thread of its own. */
public final class LiveDesk implements Desk.Runs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);
    private static final long LOOK_MILLIS = 500;
    private static final long CLOSING_SECONDS = 15;

    private final LiveRuns runs;
    private final Poster poster;
    private final BiFunction<String, String, Path> targets;
    private final Map<String, String> environment;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Threads.named("dimos-studio-runs"));
    private Optional<Watched> watched = Optional.empty();
    private Optional<BusCapture> capture = Optional.empty();

    private record Watched(LiveRun run, LiveConnection connection, LiveHistory history) {}

    /**
     * Looks at nothing yet.
     *
     * @param targets where a recording goes, by the name that was given, which may be empty, and the blueprint
     * @param environment says which LCM to listen to
     */
    public LiveDesk(
            LiveRuns runs, Poster poster, BiFunction<String, String, Path> targets, Map<String, String> environment) {
        this.runs = runs;
        this.poster = poster;
        this.targets = targets;
        this.environment = Map.copyOf(environment);
        var unused = thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void find() {
        perform(() -> {
            var names = runs.list().stream().map(LiveRun::id).toList();
            poster.post(state -> Capturing.found(state, names));
        });
    }

    @Override
    public void watch(String run) {
        perform(() -> {
            leave();
            try {
                LiveRun found = runs.named(run).stream()
                        .findFirst()
                        .orElseThrow(() -> new LiveRunException("run " + run + " is gone"));
                watched = Optional.of(new Watched(found, found.connect(), new LiveHistory()));
            } catch (LiveRunException e) {
                lost(Reasons.of(e));
            }
            look();
        });
    }

    @Override
    public void unwatch() {
        perform(this::leave);
    }

    private void leave() {
        watched.ifPresent(each -> each.connection().close());
        watched = Optional.empty();
    }

    private void look() {
        try {
            watched.ifPresent(this::look);
        } catch (RuntimeException e) {
            LOG.debug("a run cannot be looked at any more", e);
            attempt(() -> lost(Reasons.of(e)));
        }
    }

    /** What was recorded up to now is kept. */
    private void lost(String reason) {
        leave();
        Optional<BusCapture> ended = capture;
        capture = Optional.empty();
        poster.post(state -> Capturing.gone(state, reason));
        ended.ifPresent(each -> {
            String sentence = reason + "; " + each.stop();
            poster.post(state -> Capturing.recorded(state, each.file().toString(), Notice.error(sentence)));
        });
    }

    private void look(Watched each) {
        each.history().add(each.connection().status());
        Live live = new Live(each.run().id(), capture.map(BusCapture::status));
        var rows = each.history().rows();
        var lanes = each.history().lanes();
        poster.post(state -> Capturing.seen(state, live, rows, lanes));
    }

    @Override
    public void record(Set<String> streams, String name) {
        perform(() -> {
            Watched each = watched.orElseThrow(() -> new LiveRunException("the run is gone"));
            if (capture.isPresent()) {
                throw new LiveRunException("it is recorded already; 's' stops that");
            }
            Path file = targets.apply(name, each.run().blueprint());
            Set<String> wanted = streams.isEmpty() ? all(each.connection().status()) : streams;
            capture = Optional.of(
                    BusCapture.start(each.connection(), wanted, file, each.run().blueprint(), environment));
            look(each);
        });
    }

    private static Set<String> all(GraphStatus status) {
        Set<String> names = new TreeSet<>();
        status.streams().stream().map(StreamTraffic::name).forEach(names::add);
        return names;
    }

    @Override
    public void stopRecording() {
        perform(this::end);
    }

    private void end() {
        Optional<BusCapture> ended = capture;
        capture = Optional.empty();
        ended.ifPresent(each -> {
            String sentence = each.stop();
            poster.post(state -> Capturing.recorded(state, each.file().toString(), Notice.info(sentence)));
        });
    }

    private void perform(Runnable task) {
        try {
            thread.execute(() -> attempt(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("the editor ends, and no run is looked at any more");
        }
    }

    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.debug("what was asked of a run failed", e);
            String reason = Reasons.of(e);
            poster.post(state -> Capturing.failed(state, reason));
        }
    }

    /** Ends a recording that goes on. */
    @Override
    public void close() {
        perform(() -> {
            end();
            leave();
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the recording was not closed within {} s", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
