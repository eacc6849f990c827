package org.dimos.blueprint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.ModuleThread;
import org.dimos.core.bus.Receiver;
import org.dimos.core.text.Nearest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds modules to a running graph and takes modules out, while all others go on. Safe to share. */
final class LiveChange {
    private static final Logger LOG = LoggerFactory.getLogger(LiveChange.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Assembler assembler;
    private final Lifecycle lifecycle;
    private final Settings settings;
    private final Bus bus;
    private volatile Blueprint blueprint;
    private boolean over;

    LiveChange(Blueprint blueprint, Assembler assembler, Lifecycle lifecycle, Settings settings) {
        this.blueprint = blueprint;
        this.assembler = assembler;
        this.lifecycle = lifecycle;
        this.settings = settings;
        this.bus = assembler.bus();
    }

    /** What runs now; while a change is made, what ran before it. */
    Blueprint blueprint() {
        return blueprint;
    }

    /** The graph stops: no change follows. */
    synchronized void end() {
        over = true;
    }

    synchronized void share(List<String> streams) {
        checkState();
        assembler.join(LinkedStreams.shared(blueprint, streams));
    }

    synchronized void add(Blueprint more) {
        Blueprint next = next(blueprint, more);
        List<Newcomer> newcomers = construct(next, more);
        assembler.join(next.linkedStreams());
        newcomers.forEach(newcomer -> newcomer.hold(bus, ""));
        start(newcomers);
        blueprint = next;
    }

    synchronized void remove(String module) {
        Blueprint rest = without(module);
        Optional<ModuleException> failure = retire(module, bus.takeOut(module));
        blueprint = rest;
        failure.ifPresent(LiveChange::raise);
    }

    synchronized void replace(String module, Blueprint with) {
        Blueprint rest = without(module);
        Blueprint next = next(rest, with);
        List<Newcomer> newcomers = construct(next, with);
        assembler.join(next.linkedStreams());
        List<Receiver<?>> leaving = new ArrayList<>();
        newcomers.forEach(newcomer -> leaving.addAll(newcomer.hold(bus, module)));
        leaving.addAll(bus.takeOut(module));
        Optional<ModuleException> failure = retire(module, leaving);
        blueprint = rest;
        start(newcomers);
        blueprint = next;
        failure.ifPresent(LiveChange::raise);
    }

    private static void raise(ModuleException failure) {
        throw failure;
    }

    private Blueprint without(String module) {
        checkState();
        List<String> running = blueprint.modules().stream()
                .filter(Entry::isEnabled)
                .map(Entry::name)
                .toList();
        if (!running.contains(module)) {
            throw new BlueprintException(
                    "module '" + module + "' does not run in this graph" + Nearest.hint(module, running));
        }
        return blueprint.less(module);
    }

    private Blueprint next(Blueprint rest, Blueprint more) {
        checkState();
        List<String> mistakes = new ArrayList<>();
        for (Entry entry : more.entries()) {
            if (!(entry instanceof ModuleEntry)) {
                mistakes.add("'" + entry.name() + "' cannot join a running graph; modules can");
            } else if (rest.entries().stream()
                    .anyMatch(present -> present.name().equals(entry.name()))) {
                mistakes.add(
                        "module '" + entry.name()
                                + "' runs already; replace it, or give the new one a name of its own: module(X.class, \"name\")");
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BlueprintException(mistakes);
        }
        Blueprint next = Blueprint.autoconnect(rest, more);
        next.check();
        return next;
    }

    private void checkState() {
        if (over) {
            throw new IllegalStateException("the graph has stopped; it cannot be changed any more");
        }
        if (ModuleThread.isCurrent()) {
            throw new IllegalStateException("a module cannot change the graph that it runs in; another thread can");
        }
    }

    private List<Newcomer> construct(Blueprint next, Blueprint more) {
        Map<String, Object> configs = Assembly.bindConfigs(next, settings);
        List<ModuleEntry> entries =
                more.modules().stream().filter(Entry::isEnabled).toList();
        return assembler.join(entries, configs);
    }

    private Optional<ModuleException> retire(String module, List<Receiver<?>> receivers) {
        Part part = lifecycle.part(module);
        if (!bus.retire(part.thread(), receivers, assembler.timeline(), LIMIT)) {
            LOG.warn("module {} was still busy {} s after it was asked to stop", module, LIMIT.toSeconds());
        }
        return lifecycle.stop(part);
    }

    private void start(List<Newcomer> newcomers) {
        List<Newcomer> started = new ArrayList<>();
        try {
            for (Newcomer newcomer : newcomers) {
                started.add(newcomer);
                lifecycle.start(newcomer.part());
            }
        } catch (ModuleException e) {
            newcomers.forEach(newcomer -> newcomer.giveUp(bus));
            started.forEach(newcomer -> lifecycle.stop(newcomer.part()).ifPresent(e::addSuppressed));
            throw e;
        }
        newcomers.forEach(newcomer -> newcomer.handover().release());
    }
}
