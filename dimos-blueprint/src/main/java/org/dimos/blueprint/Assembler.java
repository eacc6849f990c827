package org.dimos.blueprint;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dimos.blueprint.link.Links;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Handover;
import org.dimos.core.bus.ModuleThread;
import org.dimos.core.time.Timeline;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportException;
import org.dimos.record.Producer;
import org.dimos.record.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Constructs the parts of a graph. */
final class Assembler {
    private static final Logger LOG = LoggerFactory.getLogger(Assembler.class);

    private final Blueprint blueprint;
    private final Timeline timeline;
    private final Ending ending;
    private final Bus bus = new Bus();
    private final Links links;

    Assembler(Blueprint blueprint, Timeline timeline, Ending ending, Function<String, Transport> transports) {
        this.blueprint = blueprint;
        this.timeline = timeline;
        this.ending = ending;
        this.links = new Links(bus, timeline.clock(), transports);
    }

    Bus bus() {
        return bus;
    }

    Timeline timeline() {
        return timeline;
    }

    Links links() {
        return links;
    }

    /** In lockstep each message waits for what is before it, so that nobody has to drop one. */
    private void keepAllInLockstep() {
        if (timeline.onlyThread().isPresent()) {
            bus.becomeLossless();
        }
    }

    /** The parts of the graph: recorders first, then modules, then what plays. */
    List<Part> assemble(Map<String, Object> configs) {
        keepAllInLockstep();
        join(blueprint.linkedStreams());
        List<Part> recorders = new ArrayList<>();
        List<Part> players = new ArrayList<>();
        List<ModuleEntry> modules = new ArrayList<>();
        for (Entry entry : blueprint.entries()) {
            if (entry instanceof RecorderEntry recorder) {
                recorders.add(recorderPart(recorder));
            } else if (entry instanceof ProviderEntry provider) {
                players.add(part(provider.name(), player(provider)));
            } else if (entry instanceof ModuleEntry module && module.enabled()) {
                modules.add(module);
            }
        }
        List<Part> parts = new ArrayList<>(recorders);
        parts.addAll(modules(environments(modules, configs)));
        parts.addAll(players);
        return parts;
    }

    /**
     * Puts streams on their transports; those that are there stay.
     *
     * @throws BlueprintException if that cannot be
     */
    void join(List<LinkedStream> streams) {
        if (!streams.isEmpty() && timeline.onlyThread().isPresent()) {
            throw new BlueprintException("in lockstep nothing comes from other processes or goes to them, and "
                    + streams.get(0).stream() + " is on " + streams.get(0).transport()
                    + "; take it off, or replay without lockstep");
        }
        List<String> mistakes = new ArrayList<>();
        for (LinkedStream stream : streams) {
            try {
                links.join(
                        stream.transport(),
                        bus.channel(stream.stream(), stream.type()),
                        stream.sends(),
                        stream.receives());
            } catch (TransportException e) {
                throw new BlueprintException(String.valueOf(e.getMessage()));
            } catch (IllegalArgumentException e) {
                String why =
                        "stream '" + stream.stream() + "' cannot be on " + stream.transport() + ": " + e.getMessage();
                if (stream.named()) {
                    mistakes.add(why);
                } else {
                    LOG.warn("{}", why);
                }
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BlueprintException(mistakes);
        }
    }

    /** A recorder has a limit of its own for what still waits to be written, and some time beyond it. */
    private Part recorderPart(RecorderEntry entry) {
        Duration limit = entry.config().closeLimit().plusSeconds(5);
        return new Part(entry.name(), recorder(entry), thread(entry.name()), limit);
    }

    private Part part(String name, RobotModule module) {
        return new Part(name, module, thread(name));
    }

    /** Where a part of the given name runs; what goes wrong there ends the graph. */
    private ModuleThread thread(String name) {
        ModuleThread thread = new ModuleThread(name, timeline, ending::failed);
        bus.register(thread);
        return thread;
    }

    private List<ModuleEnvironment> environments(List<ModuleEntry> entries, Map<String, Object> configs) {
        return entries.stream()
                .map(entry -> environment(entry, configs, thread(entry.name())))
                .toList();
    }

    private ModuleEnvironment environment(ModuleEntry entry, Map<String, Object> configs, ModuleThread thread) {
        Supervision supervision = Supervision.of(entry, timeline, ending);
        return new ModuleEnvironment(entry, configs.get(entry.name()), bus, timeline, thread, supervision);
    }

    private static List<Part> modules(List<ModuleEnvironment> environments) {
        Injector injector = createInjector(environments);
        return environments.stream()
                .map(environment -> environment.construct(injector))
                .toList();
    }

    /** Constructs modules for a graph that runs already. */
    List<Newcomer> join(List<ModuleEntry> entries, Map<String, Object> configs) {
        List<Handover> handovers = new ArrayList<>();
        List<ModuleEnvironment> environments = new ArrayList<>();
        for (ModuleEntry entry : entries) {
            Handover handover = new Handover(entry.name());
            handovers.add(handover);
            ModuleThread thread = new ModuleThread(entry.name(), timeline, ending::failed, handover);
            environments.add(environment(entry, configs, thread));
        }
        List<Part> parts = modules(environments);
        List<Newcomer> newcomers = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            bus.register(parts.get(i).thread());
            newcomers.add(new Newcomer(entries.get(i), parts.get(i), handovers.get(i)));
        }
        return newcomers;
    }

    private static Injector createInjector(List<? extends Module> environments) {
        try {
            return Guice.createInjector(Stage.PRODUCTION, strict(environments));
        } catch (com.google.inject.CreationException e) {
            throw new BlueprintException(messages(e.getErrorMessages()));
        }
    }

    static List<String> messages(Collection<Message> errors) {
        return errors.stream().map(Message::getMessage).toList();
    }

    private static List<Module> strict(List<? extends Module> environments) {
        List<Module> modules = new ArrayList<>(environments);
        modules.add(binder -> {
            binder.requireExplicitBindings();
            binder.requireExactBindingAnnotations();
            binder.disableCircularProxies();
        });
        return modules;
    }

    private Recorder recorder(RecorderEntry entry) {
        Recorder recorder = new Recorder(entry.target(), entry.config(), timeline.clock(), entry.title());
        recorder.onFailure(reason -> LOG.warn("{} stopped: {}; the graph goes on", entry.name(), reason));
        timeline.holdWhile(recorder::isBehind);
        for (Port port : entry.ports()) {
            record(blueprint, recorder, port);
        }
        return recorder;
    }

    /** Has a recorder keep the stream of a port. */
    void record(Blueprint running, Recorder recorder, Port port) {
        record(running, recorder, bus.channel(port.stream(), port.type()));
    }

    /** Keeps a stream; what the blueprint names may have been left out since, and its stream then stays empty. */
    private static <T> void record(Blueprint running, Recorder recorder, Channel<T> channel) {
        Optional<Producer> producer = running.entries().stream()
                .filter(entry -> entry.isEnabled()
                        && entry.outputs().stream()
                                .anyMatch(port -> port.stream().equals(channel.stream())))
                .findFirst()
                .map(entry -> new Producer(
                        entry.name(), entry.inputs().stream().map(Port::stream).toList()));
        producer.ifPresentOrElse(known -> recorder.record(channel, known), () -> recorder.record(channel));
    }

    private RobotModule player(ProviderEntry entry) {
        CompletableFuture<Void> finished = new CompletableFuture<>();
        var unused = finished.whenComplete((nothing, error) -> {
            if (error == null) {
                timeline.finish(ending::over);
            } else {
                ending.failed(entry.name(), error);
            }
        });
        return entry.provider().open(entry.ports(), bus, timeline, finished);
    }
}
