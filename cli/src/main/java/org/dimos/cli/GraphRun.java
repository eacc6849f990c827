package org.dimos.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.dimos.blueprint.Elapsed;
import org.dimos.blueprint.Graph;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Terminal;
import org.dimos.core.bus.StreamReport;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderStatus;

/** Waits while a graph runs, shows how it goes and stops it at its end, when its time is over or on Ctrl-C. */
final class GraphRun {
    private static final Duration REFRESH = Duration.ofMillis(100);

    private final Graph graph;
    private final List<Recorder> recorders;
    private final Terminal terminal;
    private final ReplayKeys keys;
    private Elapsed elapsed = new Elapsed(Duration.ZERO, Duration.ZERO);

    GraphRun(Graph graph, List<Recorder> recorders, Terminal terminal) {
        this(graph, recorders, terminal, ReplayKeys.none());
    }

    GraphRun(Graph graph, List<Recorder> recorders, Terminal terminal, ReplayKeys keys) {
        this.graph = graph;
        this.recorders = List.copyOf(recorders);
        this.terminal = terminal;
        this.keys = keys;
    }

    /**
     * Returns when the graph has stopped.
     *
     * @param begun run once its time is being watched; must not take long
     * @param wishes each, when complete, that someone wants it to stop
     * @return what made it fail, if it did
     */
    Optional<RuntimeException> untilEnd(Runnable begun, CompletionStage<?>... wishes) {
        StatusLine status = new StatusLine(terminal);
        List<CompletionStage<?>> ends = new ArrayList<>(List.of(wishes));
        ends.addAll(List.of(graph.ended(), keys.quit()));
        End end = End.firstOf(ends);
        begun.run();
        Optional<RuntimeException> failure = Optional.empty();
        try {
            while (!end.comesWithin(REFRESH)) {
                if (terminal.interactive()) {
                    status.show(state());
                }
            }
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        }
        elapsed = graph.elapsed();
        status.clear();
        return failure.isPresent() ? with(failure.get(), close()) : close();
    }

    /** How long it ran in wall time. */
    Duration took() {
        return elapsed.wall();
    }

    /** How long it ran in its own time, whatever the clock said when it was sought. */
    Duration passed() {
        return elapsed.own();
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

    private String state() {
        List<StreamReport> streams = graph.report();
        long sent = streams.stream().mapToLong(StreamReport::sent).sum();
        long dropped = streams.stream().mapToLong(StreamReport::dropped).sum();
        String counts =
                "   " + Format.count(sent, "message") + "   " + Format.count(dropped) + " dropped" + recording();
        return graph.player()
                .map(player -> PlayerText.of(player.state()) + counts + keys.reminder())
                .orElseGet(() -> Format.seconds(graph.elapsed().own().toNanos()) + " s" + counts);
    }

    /** What a person should know about the recording: nothing as long as all is well. */
    private String recording() {
        StringBuilder text = new StringBuilder();
        for (Recorder recorder : recorders) {
            RecorderStatus status = recorder.status();
            if (status.lost() > 0) {
                text.append("   ").append(Format.count(status.lost())).append(" not recorded");
            }
            status.reason()
                    .ifPresent(reason -> text.append("   recording ")
                            .append(status.state() == RecorderStatus.State.WAITING ? "waits: " : "stopped: ")
                            .append(reason));
        }
        return text.toString();
    }
}
