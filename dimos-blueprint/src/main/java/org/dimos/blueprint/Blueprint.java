package org.dimos.blueprint;

import com.google.inject.Module;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dimos.blueprint.config.ConfigValues;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.RobotModule;
import org.dimos.core.time.Timeline;
import org.dimos.core.transport.lcm.LcmTransport;
import org.dimos.record.Recording;

/**
 * A robot program as an immutable value: which modules there are, how their streams are named, which are recorded by
 * default. Blueprints are composed of blueprints; recording or replaying one gives a blueprint again. Ports of the same
 * stream name and type are connected.
 */
public final class Blueprint {
    private final BlueprintContent content;

    private Blueprint(BlueprintContent content) {
        this.content = content;
    }

    /** A blueprint of one module, named after its class. Reads the class; makes no instance. */
    public static Blueprint module(Class<? extends RobotModule> type) {
        return module(type, type.getSimpleName());
    }

    /** A blueprint of one module with a name of its own, for when there are several of the same class. */
    public static Blueprint module(Class<? extends RobotModule> type, String name) {
        List<Port> ports = PortsRecord.of(type).map(PortsRecord::read).orElse(List.of());
        return new Blueprint(BlueprintContent.of(
                new ModuleEntry(name, type, ports, true, ConfigValues.empty(), List.of(), Optional.empty())));
    }

    /** A recording alone: every stream of a type that this program knows is published, whoever listens. */
    public static Blueprint playing(Recording recording) {
        Provider provider = new RecordingProvider(recording);
        List<Port> ports = provider.streams().stream()
                .filter(stream -> stream.type().isPresent())
                .map(stream ->
                        new Port(stream.name(), stream.name(), stream.type().orElseThrow(), Port.Direction.OUT))
                .toList();
        return new Blueprint(BlueprintContent.of(new ProviderEntry(provider, ports)));
    }

    /**
     * All parts of the given blueprints together. What stands in several of them, the same in each, is there once.
     *
     * @throws BlueprintException if two different modules have one name
     */
    public static Blueprint autoconnect(Blueprint... parts) {
        return new Blueprint(BlueprintContent.together(
                Stream.of(parts).map(part -> part.content).toList()));
    }

    /** The parts, in the order in which they start. */
    public List<Entry> entries() {
        return content.entries();
    }

    /** The names of the modules whose outputs are recorded by default, in the order in which they were added. */
    public List<String> recordModules() {
        return content.recordModules();
    }

    /** The recording that a replay without a file plays. */
    public Optional<Path> defaultRecording() {
        return content.defaultRecording();
    }

    /** What a replay of this blueprint does, if it is one. */
    public Optional<ReplayPlan> replayPlan() {
        return content.replayPlan();
    }

    /**
     * Adds to the modules whose outputs are recorded by default; what the composed blueprints declared stays, first.
     *
     * @throws BlueprintException if a module is not in this blueprint
     */
    @SafeVarargs
    public final Blueprint defaultRecordModules(Class<? extends RobotModule>... modules) {
        BlueprintContent result = content;
        for (Class<? extends RobotModule> type : modules) {
            result = result.withRecordModules(content.namesOf(type));
        }
        return new Blueprint(result);
    }

    /** The same by the names of the modules. */
    public Blueprint defaultRecordModules(String... modules) {
        return new Blueprint(content.withRecordModules(content.requireModules(List.of(modules))));
    }

    /** Names the recording that a replay without a file plays. */
    public Blueprint defaultRecording(Path file) {
        return new Blueprint(content.withDefaultRecording(file));
    }

    /** Renames a stream wherever it occurs in this blueprint. */
    public Blueprint rename(String stream, String newName) {
        content.requireStream(stream);
        return new Blueprint(content.renamed(name -> name, name -> name.equals(stream) ? newName : name));
    }

    /** Puts one port of a module on another stream. */
    public Blueprint rename(Class<? extends RobotModule> module, String port, String stream) {
        return mapModules(content.namesOf(module), entry -> PortRenaming.of(entry, port, stream));
    }

    /** The same for a module by its name. */
    public Blueprint rename(String module, String port, String stream) {
        return mapModules(content.requireModules(List.of(module)), entry -> PortRenaming.of(entry, port, stream));
    }

    /**
     * Says what a stream is also called in recordings: where one has it under such a name, and under its own not, a replay
     * plays it as this stream.
     */
    public Blueprint alias(String stream, String... names) {
        content.requireStream(stream);
        Map<String, String> more = new LinkedHashMap<>(content.aliases());
        Stream.of(names).forEach(name -> more.put(name, stream));
        return new Blueprint(content.withAliases(more));
    }

    /** What streams are also called in recordings: the other name, and the stream. */
    public Map<String, String> aliases() {
        return content.aliases();
    }

    /**
     * Puts all modules and streams into a namespace: {@code lidar} becomes {@code robot0/lidar}.
     *
     * @param exposedStreams streams that keep their name, so that they connect to the outside
     */
    public Blueprint namespace(String namespace, String... exposedStreams) {
        Set<String> exposed = Set.of(exposedStreams);
        exposed.forEach(content::requireStream);
        UnaryOperator<String> prefixed = name -> namespace + "/" + name;
        UnaryOperator<String> stream = name -> exposed.contains(name) ? name : prefixed.apply(name);
        return new Blueprint(content.renamed(prefixed, stream));
    }

    /** Leaves modules out: they are not constructed. */
    @SafeVarargs
    public final Blueprint disable(Class<? extends RobotModule>... modules) {
        BlueprintContent result = content;
        for (Class<? extends RobotModule> type : modules) {
            result = result.mapModules(content.namesOf(type), ModuleEntry::disabled);
        }
        return new Blueprint(result);
    }

    /** The same by the names of the modules. */
    public Blueprint disable(String... modules) {
        return mapModules(content.requireModules(List.of(modules)), ModuleEntry::disabled);
    }

    /** Sets the configuration of all modules of a class to a record of its {@code Config} type. */
    public Blueprint configure(Class<? extends RobotModule> module, Record config) {
        return mapModules(content.namesOf(module), entry -> entry.configured(ConfigValues.of(config)));
    }

    /** Sets one field of the configuration of the module with the given name. */
    public Blueprint configure(String module, String field, Object value) {
        return mapModules(
                content.requireModules(List.of(module)), entry -> entry.configured(ConfigValues.of(field, value)));
    }

    /**
     * Gives the constructors of all modules in this blueprint more to ask for. The Guice module is installed anew for
     * each module instance.
     */
    public Blueprint bind(Module guiceModule) {
        return mapEntries(entry -> entry instanceof ModuleEntry module ? module.binding(guiceModule) : entry);
    }

    /**
     * Puts streams on LCM: what this blueprint publishes goes out to other processes, and what they send comes in.
     *
     * @param patterns which streams, with {@code *} and {@code ?}; none means all
     */
    public Blueprint lcm(String... patterns) {
        return link(LcmTransport.NAME, patterns);
    }

    /** The same on the transport of a name. */
    public Blueprint link(String transport, String... patterns) {
        return with(new LinkEntry(transport, patterns.length == 0 ? List.of("*") : List.of(patterns)));
    }

    /**
     * Says that the modules of this blueprint stand for programs elsewhere: what they publish comes from a transport, and
     * what they listen to goes there. Where a replay takes such a module out, nothing of it is on the transport.
     */
    public Blueprint remote(String transport) {
        return mapEntries(entry -> entry instanceof ModuleEntry module ? module.over(transport) : entry);
    }

    /** The streams that are on transports. */
    public List<LinkedStream> linkedStreams() {
        return LinkedStreams.of(this);
    }

    /**
     * The streams that {@link #record(Path)} would keep: the outputs of the modules recorded by default, or of all
     * modules where none is declared.
     */
    public List<Port> recordable() {
        return Recordables.of(this);
    }

    /** This blueprint with a recorder that writes {@link #recordable()} into a new file. */
    public Blueprint record(Path file) {
        return record(RecordOptions.to(file));
    }

    /** This blueprint with a recorder. */
    public Blueprint record(RecordOptions options) {
        return with(RecorderEntry.of(this, options));
    }

    /** This blueprint on a recording: the modules whose outputs it holds are left out and their streams played. */
    public Blueprint replay(Recording recording) {
        return replay(recording, Set.of());
    }

    /**
     * The same, except that some modules are kept running: what was recorded of their outputs is left out.
     *
     * @param keep the names of the modules to keep
     */
    public Blueprint replay(Recording recording, Set<String> keep) {
        return replacedBy(new RecordingProvider(ReplayedView.of(content, recording)), keep);
    }

    /**
     * This replay in lockstep: on one thread and in virtual time, as fast as the modules are. Messages are handled in the
     * order of (timestamp, stream, id), timers at their time before the messages of that time, and recorders are waited
     * for; what modules publish that take time and randomness from here alone is the same in every run.
     *
     * @throws BlueprintException if this is no replay of a recording
     */
    public Blueprint lockstep() {
        if (replayPlan().isEmpty()) {
            throw new BlueprintException("only a replay runs in lockstep; say what to play first: replay(recording)");
        }
        return mapEntries(entry -> entry instanceof ProviderEntry provider ? provider.inLockstep() : entry);
    }

    /** This blueprint with a provider in the place of the modules whose outputs it gives. */
    public Blueprint replacedBy(Provider provider, Set<String> keep) {
        List<String> unusedKept = content.requireModules(keep);
        ReplayPlan plan = ReplayPlan.of(this, provider, keep);
        List<Entry> running = new ArrayList<>(
                entries().stream().filter(entry -> !plan.replaces(entry.name())).toList());
        running.add(new ProviderEntry(provider, plan.ports()));
        return new Blueprint(content.withEntries(running).withReplayPlan(plan));
    }

    /**
     * Makes sure that the ports on each stream agree on its type, as {@link #start} does.
     *
     * @throws BlueprintException naming for each stream that has two types the modules and their types, and what shall be
     *     on a transport and is not there
     */
    public void check() {
        Wiring.check(this);
        List<String> mistakes = LinkedStreams.mistakes(this);
        if (!mistakes.isEmpty()) {
            throw new BlueprintException(mistakes);
        }
    }

    /** Runs this blueprint with what it says itself. */
    public Graph start() {
        return start(Settings.none());
    }

    /**
     * Runs this blueprint.
     *
     * @throws BlueprintException if the blueprint or the settings have mistakes; nothing was started then
     * @throws ModuleException if a module cannot be constructed or started; all others are closed then
     */
    public Graph start(Settings settings) {
        return start(settings, Optional.<Duration>empty());
    }

    /**
     * The same for a graph that ends by itself.
     *
     * @param limit how much of its own time may pass; a replay then stands where it is
     */
    public Graph start(Settings settings, Optional<Duration> limit) {
        return Graph.start(this, settings, Optional.empty(), limit);
    }

    /** Runs this blueprint in a time of one's own, such as that of a test. */
    public Graph start(Settings settings, Timeline timeline) {
        return Graph.start(this, settings, Optional.of(timeline), Optional.empty());
    }

    List<ModuleEntry> modules() {
        return content.modules();
    }

    /** Without a module, as if it had never been there. */
    Blueprint less(String module) {
        return new Blueprint(content.without(module));
    }

    private Blueprint with(Entry entry) {
        return new Blueprint(content.with(entry));
    }

    private Blueprint mapEntries(UnaryOperator<Entry> change) {
        return new Blueprint(content.mapEntries(change));
    }

    private Blueprint mapModules(List<String> names, UnaryOperator<ModuleEntry> change) {
        return new Blueprint(content.mapModules(names, change));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blueprint that && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    /** The names of the parts. */
    @Override
    public String toString() {
        return "Blueprint" + entries().stream().map(Entry::name).toList();
    }
}
