package org.dimos.blueprint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.time.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A blueprint that runs. It ends when what plays into it is over, when a module fails, or when it is closed; in each
 * case {@link #close} stops the modules in order. Safe to use from any thread.
 */
public final class Graph implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Graph.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private final Assembly assembly;
    private final Lifecycle lifecycle;
    private final Ending ending;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Graph(Assembly assembly, Lifecycle lifecycle, Ending ending) {
        this.assembly = assembly;
        this.lifecycle = lifecycle;
        this.ending = ending;
    }

    static Graph start(Blueprint blueprint, Settings settings, Optional<Timeline> timeline) {
        blueprint.check();
        Ending ending = new Ending();
        Assembly assembly = Assembly.of(blueprint, settings, timeline, ending);
        Lifecycle lifecycle = new Lifecycle(assembly.parts(), assembly.timeline());
        try {
            lifecycle.start();
        } catch (RuntimeException e) {
            assembly.bus().close();
            lifecycle.stop().forEach(e::addSuppressed);
            assembly.timeline().close();
            throw e;
        }
        assembly.bus().open();
        assembly.timeline().begin();
        return new Graph(assembly, lifecycle, ending);
    }

    /**
     * Completes when what plays into the graph is over, or exceptionally with a {@link ModuleException} when a module
     * fails. A graph that nothing plays into goes on until it is closed.
     */
    public CompletionStage<Void> ended() {
        return ending.stage();
    }

    /** The time of this graph. */
    public Timeline timeline() {
        return assembly.timeline();
    }

    /** What was sent on each stream so far and what became of it. */
    public List<StreamReport> report() {
        return assembly.bus().report();
    }

    /** The running part with the given name, such as a module whose state a test looks at. */
    public <T> T part(String name, Class<T> type) {
        return type.cast(assembly.part(name));
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
        if (!assembly.bus().drain(assembly.timeline(), DRAIN_LIMIT)) {
            LOG.warn("modules were still busy {} s after the graph was asked to stop", DRAIN_LIMIT.toSeconds());
        }
        assembly.bus().close();
        List<RuntimeException> failures =
                new ArrayList<>(ending.lateFailure().stream().toList());
        failures.addAll(lifecycle.stop());
        assembly.timeline().close();
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
