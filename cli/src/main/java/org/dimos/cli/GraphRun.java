package org.dimos.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dimos.blueprint.Graph;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Terminal;
import org.dimos.core.Clock;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.time.SystemClock;

/** Waits while a graph runs, shows how it goes and stops it at its end, when its time is over or on Ctrl-C. */
final class GraphRun {
    private static final Duration REFRESH = Duration.ofMillis(500);

    private final Graph graph;
    private final Terminal terminal;
    private final Clock wall = new SystemClock();
    private final long startNanos = wall.nanos();
    private final long startOfGraph;

    GraphRun(Graph graph, Terminal terminal) {
        this.graph = graph;
        this.terminal = terminal;
        this.startOfGraph = graph.timeline().clock().nanos();
    }

    /**
     * Returns when the graph has stopped.
     *
     * @param limit how long it may run
     * @return what made it fail, if it did
     */
    Optional<RuntimeException> untilEnd(Optional<Duration> limit, Interruption interruption) {
        StatusLine status = new StatusLine(terminal);
        CompletableFuture<Object> end = CompletableFuture.anyOf(
                graph.ended().toCompletableFuture(), interruption.requested().toCompletableFuture());
        Optional<RuntimeException> failure = Optional.empty();
        try {
            while (!isOver(limit) && !await(end, limit)) {
                status.show(state());
            }
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        }
        status.clear();
        return failure.isPresent() ? with(failure.get(), close()) : close();
    }

    private static Optional<RuntimeException> with(RuntimeException failure, Optional<RuntimeException> another) {
        another.filter(other -> other != failure).ifPresent(failure::addSuppressed);
        return Optional.of(failure);
    }

    private Optional<RuntimeException> close() {
        try {
            graph.close();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private boolean await(CompletableFuture<Object> end, Optional<Duration> limit) {
        Duration step = limit.map(length -> length.minus(elapsed()))
                .filter(rest -> rest.compareTo(REFRESH) < 0)
                .orElse(REFRESH);
        try {
            end.get(Math.max(0, step.toNanos()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private boolean isOver(Optional<Duration> limit) {
        return limit.isPresent() && elapsed().compareTo(limit.get()) >= 0;
    }

    private Duration elapsed() {
        return Duration.ofNanos(wall.nanos() - startNanos);
    }

    private String state() {
        List<StreamReport> streams = graph.report();
        long sent = streams.stream().mapToLong(StreamReport::sent).sum();
        long dropped = streams.stream().mapToLong(StreamReport::dropped).sum();
        long inGraph = graph.timeline().clock().nanos() - startOfGraph;
        return Format.seconds(inGraph) + " s   " + Format.count(sent, "message") + "   " + Format.count(dropped)
                + " dropped";
    }
}
