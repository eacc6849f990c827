package org.dimos.blueprint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dimos.blueprint.config.Settings;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.link.LinkReport;
import org.dimos.blueprint.link.Links;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.time.TimeControl;
import org.dimos.core.time.Timeline;
import org.dimos.core.transport.TransportReport;
import org.dimos.record.Player;
import org.dimos.record.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A blueprint that runs. It ends when what plays into it is over, when a module fails, or when it is closed; in each
 * case {@link #close} stops the modules in order. Safe to use from any thread.
 */
public final class Graph implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Graph.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private final Assembler assembler;
    private final Bus bus;
    private final Timeline timeline;
    private final Links links;
    private final Lifecycle lifecycle;
    private final LiveChange change;
    private final Ending ending;
    private final Elapsed.Since beginning;
    private final GraphMeter meter;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Graph(Assembler assembler, Lifecycle lifecycle, LiveChange change, Ending ending, Elapsed.Since beginning) {
        this.assembler = assembler;
        this.bus = assembler.bus();
        this.timeline = assembler.timeline();
        this.links = assembler.links();
        this.lifecycle = lifecycle;
        this.change = change;
        this.ending = ending;
        this.beginning = beginning;
        this.meter = new GraphMeter(assembler, lifecycle, change);
    }

    static Graph start(Blueprint blueprint, Settings settings, Optional<Timeline> given, Optional<Duration> limit) {
        blueprint.check();
        Ending ending = new Ending();
        Assembly assembly = Assembly.of(blueprint, settings, given, ending);
        Assembler assembler = assembly.assembler();
        Lifecycle lifecycle = new Lifecycle(assembler.timeline());
        assembler.timeline().jumps().ifPresent(jumps -> jumps.onJump(lifecycle::tell));
        try {
            assembly.parts().forEach(lifecycle::start);
        } catch (RuntimeException e) {
            assembler.bus().close();
            lifecycle.stop().forEach(e::addSuppressed);
            assembler.links().close();
            assembler.timeline().close();
            throw e;
        }
        assembler.timeline().execute(assembler.bus()::open);
        limit.ifPresent(length -> endAfter(length, assembler.timeline(), lifecycle, ending));
        Elapsed.Since beginning = new Elapsed.Since(assembler.timeline());
        assembler.timeline().begin();
        LiveChange change = new LiveChange(blueprint, assembler, lifecycle, settings);
        return new Graph(assembler, lifecycle, change, ending, beginning);
    }

    private static void endAfter(Duration length, Timeline timeline, Lifecycle lifecycle, Ending ending) {
        var unused = timeline.timers()
                .scheduleDirect(
                        () -> {
                            player(lifecycle.parts()).ifPresent(Player::pause);
                            ending.over();
                        },
                        length.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    /** How long it has run. */
    public Elapsed elapsed() {
        return beginning.elapsed();
    }

    /** What runs, with all changes since the start. */
    public Blueprint blueprint() {
        return change.blueprint();
    }

    /**
     * Starts more modules. They get what is published from now on; nothing changes for the others.
     *
     * @throws BlueprintException if they do not fit what runs: a name is taken, a stream has another type
     * @throws ModuleException if one cannot be constructed or started; the graph goes on without them
     */
    public void add(Blueprint modules) {
        change.add(modules);
    }

    /**
     * Lets a module handle what is on its way to it, then closes it. The others go on.
     *
     * @throws BlueprintException if no such module runs
     * @throws ModuleException if it could not be closed; it is gone all the same
     */
    public void remove(String module) {
        change.remove(module);
    }

    /**
     * Puts modules in the place of one while the graph runs. The old one handles what came before the change and is
     * closed, then the new ones start and handle what came since: each message is handled by either, in order.
     *
     * @throws BlueprintException if no such module runs, or the new ones do not fit; nothing has changed then
     * @throws ModuleException if a new one cannot be constructed, and nothing has changed then, or cannot be started,
     *     and the graph goes on without old and new
     */
    public void replace(String module, Blueprint modules) {
        change.replace(module, modules);
    }

    /**
     * Completes when what plays into the graph is over, or exceptionally with a {@link ModuleException} when a module
     * fails. A graph that nothing plays into goes on until it is closed.
     */
    public CompletionStage<Void> ended() {
        return ending.stage();
    }

    /**
     * Sends streams out on LCM from now on, so that other processes see them. Those that go out already go on.
     *
     * @param streams patterns of their names, with {@code *} and {@code ?}
     * @return their names
     * @throws BlueprintException if one matches no stream, or they cannot be sent from here
     */
    public List<String> share(List<String> streams) {
        return change.share(streams);
    }

    /** What became of the messages of each stream that is on a transport. */
    public List<LinkReport> links() {
        return links.report();
    }

    /** What went over each transport of this graph so far, that of other processes included. */
    public List<TransportReport> transports() {
        return links.transports();
    }

    /** The time of this graph. */
    public Timeline timeline() {
        return timeline;
    }

    /** What was sent on each stream so far and what became of it. */
    public List<StreamReport> report() {
        return bus.report();
    }

    /** What there is and how it goes: modules, streams, recorders, player. */
    public GraphStatus status() {
        return meter.look();
    }

    /** The running part with the given name, such as a module whose state a test looks at. */
    public <T> T part(String name, Class<T> type) {
        return type.cast(lifecycle.part(name).module());
    }

    /** What plays a recording into the graph, if something does: play, pause, seek and so on. */
    public Optional<Player> player() {
        return player(lifecycle.parts());
    }

    static Optional<Player> player(List<Part> parts) {
        return parts.stream()
                .map(Part::module)
                .filter(Player.class::isInstance)
                .map(Player.class::cast)
                .findFirst();
    }

    /** What records this graph, if anything does, in the order in which the blueprint names it. */
    public List<GraphRecorder> recorders() {
        return lifecycle.parts().stream()
                .map(Part::module)
                .filter(Recorder.class::isInstance)
                .map(recorder -> new GraphRecorder((Recorder) recorder, assembler, change))
                .toList();
    }

    /**
     * Lets the modules handle all that is on its way, then closes them in reverse order, each within a time limit.
     *
     * @throws ModuleException if a module failed meanwhile, or modules could not be closed: the first, the others
     *     suppressed
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        ending.over();
        timeline.control().ifPresent(TimeControl::stand);
        change.end();
        links.stopReceiving();
        if (!bus.drain(timeline, DRAIN_LIMIT)) {
            LOG.warn("modules were still busy {} s after the graph was asked to stop", DRAIN_LIMIT.toSeconds());
        }
        bus.close();
        List<RuntimeException> whileClosing = lifecycle.stop();
        links.close();
        List<RuntimeException> failures =
                new ArrayList<>(ending.lateFailure().stream().toList());
        failures.addAll(whileClosing);
        timeline.close();
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
