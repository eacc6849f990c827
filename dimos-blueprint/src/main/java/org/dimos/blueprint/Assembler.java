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
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.ModuleThread;
import org.dimos.core.time.Timeline;
import org.dimos.record.Producer;
import org.dimos.record.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Constructs the parts of a graph. */
final class Assembler {
    private static final Logger LOG = LoggerFactory.getLogger(Assembler.class);

    private final Blueprint blueprint;
    private final Map<String, Object> configs;
    private final Timeline timeline;
    private final Ending ending;
    private final Bus bus = new Bus();

    Assembler(Blueprint blueprint, Map<String, Object> configs, Timeline timeline, Ending ending) {
        this.blueprint = blueprint;
        this.configs = configs;
        this.timeline = timeline;
        this.ending = ending;
    }

    Assembly assemble() {
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
        parts.addAll(modules(modules));
        parts.addAll(players);
        return new Assembly(timeline, bus, parts);
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

    private List<Part> modules(List<ModuleEntry> entries) {
        List<Part> parts = new ArrayList<>();
        List<ModuleEnvironment> environments = new ArrayList<>();
        for (ModuleEntry entry : entries) {
            environments.add(
                    new ModuleEnvironment(entry, configs.get(entry.name()), bus, timeline, thread(entry.name())));
        }
        Injector injector = createInjector(environments);
        for (ModuleEnvironment environment : environments) {
            parts.add(environment.construct(injector));
        }
        return parts;
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
        for (Port port : entry.ports()) {
            record(recorder, bus.channel(port.stream(), port.type()));
        }
        return recorder;
    }

    /** Keeps a stream; what the blueprint names may have been left out since, and its stream then stays empty. */
    private <T> void record(Recorder recorder, Channel<T> channel) {
        Optional<Producer> producer = blueprint.entries().stream()
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
                ending.over();
            } else {
                ending.failed(entry.name(), error);
            }
        });
        return entry.provider().open(entry.ports(), bus, timeline, finished);
    }
}
