package org.dimos.blueprint;

import com.google.inject.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dimos.blueprint.config.ConfigValues;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.RobotModule;
import org.dimos.core.text.Nearest;
import org.dimos.core.time.Timeline;
import org.dimos.core.transport.lcm.LcmTransport;
import org.dimos.record.Recording;
import org.dimos.record.replay.StreamView;

/**
 * A robot program as an immutable value: which modules there are, how their streams are named, which are recorded by
 * default. Blueprints are composed of blueprints; recording or replaying one gives a blueprint again. Ports of the same
 * stream name and type are connected.
 */
public final class Blueprint {
    private static final Blueprint EMPTY =
            new Blueprint(List.of(), List.of(), Optional.empty(), Optional.empty(), Map.of());

    private final List<Entry> entries;
    private final List<String> recordModules;
    private final Optional<Path> defaultRecording;
    private final Optional<ReplayPlan> replayPlan;
    private final Map<String, String> aliases;

    private Blueprint(
            List<Entry> entries,
            List<String> recordModules,
            Optional<Path> defaultRecording,
            Optional<ReplayPlan> replayPlan,
            Map<String, String> aliases) {
        this.entries = List.copyOf(entries);
        this.recordModules = List.copyOf(recordModules);
        this.defaultRecording = defaultRecording;
        this.replayPlan = replayPlan;
        this.aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    }

    /** A blueprint of one module, named after its class. Reads the class; makes no instance. */
    public static Blueprint module(Class<? extends RobotModule> type) {
        return module(type, type.getSimpleName());
    }

    /** A blueprint of one module with a name of its own, for when there are several of the same class. */
    public static Blueprint module(Class<? extends RobotModule> type, String name) {
        List<Port> ports = PortsRecord.of(type).map(PortsRecord::read).orElse(List.of());
        return EMPTY.withEntries(
                List.of(new ModuleEntry(name, type, ports, true, ConfigValues.empty(), List.of(), Optional.empty())));
    }

    /** A recording alone: every stream of a type that this program knows is published, whoever listens. */
    public static Blueprint playing(Recording recording) {
        Provider provider = new RecordingProvider(recording);
        List<Port> ports = provider.streams().stream()
                .filter(stream -> stream.type().isPresent())
                .map(stream ->
                        new Port(stream.name(), stream.name(), stream.type().orElseThrow(), Port.Direction.OUT))
                .toList();
        return new Blueprint(
                List.of(new ProviderEntry(provider, ports)), List.of(), Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * All parts of the given blueprints together. What stands in several of them, the same in each, is there once.
     *
     * @throws BlueprintException if two different modules have one name
     */
    public static Blueprint autoconnect(Blueprint... parts) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (Entry entry : flatten(parts, Blueprint::entries)) {
            Entry present = entries.putIfAbsent(entry.name(), entry);
            if (present != null && !present.equals(entry)) {
                mistakes.add("two different modules are named '" + entry.name()
                        + "'; give one a name of its own: module(X.class, \"name\"), or a namespace");
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BlueprintException(mistakes);
        }
        return new Blueprint(
                List.copyOf(entries.values()),
                distinct(flatten(parts, Blueprint::recordModules)),
                last(parts, Blueprint::defaultRecording),
                last(parts, Blueprint::replayPlan),
                aliases(parts));
    }

    private static Map<String, String> aliases(Blueprint... parts) {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(parts).forEach(part -> all.putAll(part.aliases));
        return all;
    }

    private static <T> List<T> flatten(Blueprint[] parts, Function<Blueprint, List<T>> what) {
        return Arrays.stream(parts).flatMap(part -> what.apply(part).stream()).toList();
    }

    private static <T> Optional<T> last(Blueprint[] parts, Function<Blueprint, Optional<T>> what) {
        return Arrays.stream(parts).map(what).flatMap(Optional::stream).reduce((a, b) -> b);
    }

    private static List<String> distinct(List<String> names) {
        return List.copyOf(new LinkedHashSet<>(names));
    }

    /** The parts, in the order in which they start. */
    public List<Entry> entries() {
        return entries;
    }

    /** The names of the modules whose outputs are recorded by default, in the order in which they were added. */
    public List<String> recordModules() {
        return recordModules;
    }

    /** The recording that a replay without a file plays. */
    public Optional<Path> defaultRecording() {
        return defaultRecording;
    }

    /** What a replay of this blueprint does, if it is one. */
    public Optional<ReplayPlan> replayPlan() {
        return replayPlan;
    }

    /**
     * Adds to the modules whose outputs are recorded by default; what the composed blueprints declared stays, first.
     *
     * @throws BlueprintException if a module is not in this blueprint
     */
    @SafeVarargs
    public final Blueprint defaultRecordModules(Class<? extends RobotModule>... modules) {
        Blueprint result = this;
        for (Class<? extends RobotModule> type : modules) {
            result = result.withRecordModules(namesOf(type).stream());
        }
        return result;
    }

    /** The same by the names of the modules. */
    public Blueprint defaultRecordModules(String... modules) {
        return withRecordModules(Stream.of(modules).map(this::requireModule));
    }

    private Blueprint withRecordModules(Stream<String> more) {
        List<String> names =
                distinct(Stream.concat(recordModules.stream(), more).toList());
        return new Blueprint(entries, names, defaultRecording, replayPlan, aliases);
    }

    /** Names the recording that a replay without a file plays. */
    public Blueprint defaultRecording(Path file) {
        return new Blueprint(entries, recordModules, Optional.of(file), replayPlan, aliases);
    }

    /** Renames a stream wherever it occurs in this blueprint. */
    public Blueprint rename(String stream, String newName) {
        requireStream(stream);
        UnaryOperator<String> naming = name -> name.equals(stream) ? newName : name;
        return mapEntries(entry -> entry.renamed(name -> name, naming)).withAliases(renamed(name -> name, naming));
    }

    /** Puts one port of a module on another stream. */
    public Blueprint rename(Class<? extends RobotModule> module, String port, String stream) {
        Set<String> names = Set.copyOf(namesOf(module));
        return mapModules(names, entry -> PortRenaming.of(entry, port, stream));
    }

    /** The same for a module by its name. */
    public Blueprint rename(String module, String port, String stream) {
        return mapModules(Set.of(requireModule(module)), entry -> PortRenaming.of(entry, port, stream));
    }

    /**
     * Says what a stream is also called in recordings: where one has it under such a name, and under its own not, a replay
     * plays it as this stream.
     */
    public Blueprint alias(String stream, String... names) {
        requireStream(stream);
        Map<String, String> more = new LinkedHashMap<>(aliases);
        Arrays.stream(names).forEach(name -> more.put(name, stream));
        return withAliases(more);
    }

    /** What streams are also called in recordings: the other name, and the stream. */
    public Map<String, String> aliases() {
        return aliases;
    }

    /**
     * Puts all modules and streams into a namespace: {@code lidar} becomes {@code robot0/lidar}.
     *
     * @param exposedStreams streams that keep their name, so that they connect to the outside
     */
    public Blueprint namespace(String namespace, String... exposedStreams) {
        Set<String> exposed = Set.of(exposedStreams);
        exposed.forEach(this::requireStream);
        UnaryOperator<String> prefixed = name -> namespace + "/" + name;
        UnaryOperator<String> stream = name -> exposed.contains(name) ? name : prefixed.apply(name);
        return new Blueprint(
                entries.stream().map(entry -> entry.renamed(prefixed, stream)).toList(),
                recordModules.stream().map(prefixed).toList(),
                defaultRecording,
                replayPlan,
                renamed(prefixed, stream));
    }

    /** Leaves modules out: they are not constructed. */
    @SafeVarargs
    public final Blueprint disable(Class<? extends RobotModule>... modules) {
        Blueprint result = this;
        for (Class<? extends RobotModule> type : modules) {
            result = result.disableNamed(namesOf(type).stream());
        }
        return result;
    }

    /** The same by the names of the modules. */
    public Blueprint disable(String... modules) {
        return disableNamed(Stream.of(modules).map(this::requireModule));
    }

    private Blueprint disableNamed(Stream<String> modules) {
        return mapModules(Set.copyOf(modules.toList()), ModuleEntry::disabled);
    }

    /** Sets the configuration of all modules of a class to a record of its {@code Config} type. */
    public Blueprint configure(Class<? extends RobotModule> module, Record config) {
        return mapModules(Set.copyOf(namesOf(module)), entry -> entry.configured(ConfigValues.of(config)));
    }

    /** Sets one field of the configuration of the module with the given name. */
    public Blueprint configure(String module, String field, Object value) {
        return mapModules(Set.of(requireModule(module)), entry -> entry.configured(ConfigValues.of(field, value)));
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
        return replacedBy(new RecordingProvider(holding(Aliases.applied(aliases, recording))), keep);
    }

    /** The recording, with those of its streams latched that modules here say are. */
    private Recording holding(Recording recording) {
        Set<String> latched = modules().stream()
                .flatMap(module -> module.outputs().stream())
                .filter(Port::latched)
                .map(Port::stream)
                .collect(Collectors.toSet());
        String[] present = recording.streams().stream()
                .map(StreamView::name)
                .filter(latched::contains)
                .toArray(String[]::new);
        return present.length == 0 ? recording : recording.latched(present);
    }

    /**
     * This replay in lockstep: on one thread and in virtual time, as fast as the modules are. Messages are handled in the
     * order of (timestamp, stream, id), timers at their time before the messages of that time, and recorders are waited
     * for; what modules publish that take time and randomness from here alone is the same in every run.
     *
     * @throws BlueprintException if this is no replay of a recording
     */
    public Blueprint lockstep() {
        if (replayPlan.isEmpty()) {
            throw new BlueprintException("only a replay runs in lockstep; say what to play first: replay(recording)");
        }
        return mapEntries(entry -> entry instanceof ProviderEntry provider ? provider.inLockstep() : entry);
    }

    /** This blueprint with a provider in the place of the modules whose outputs it gives. */
    public Blueprint replacedBy(Provider provider, Set<String> keep) {
        keep.forEach(this::requireModule);
        ReplayPlan plan = ReplayPlan.of(this, provider, keep);
        List<Entry> running = new ArrayList<>(
                entries.stream().filter(entry -> !plan.replaces(entry.name())).toList());
        running.add(new ProviderEntry(provider, plan.ports()));
        return new Blueprint(running, recordModules, defaultRecording, Optional.of(plan), aliases);
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
        return Graph.start(this, settings, Optional.empty());
    }

    /** Runs this blueprint in a time of one's own, such as that of a test. */
    public Graph start(Settings settings, Timeline timeline) {
        return Graph.start(this, settings, Optional.of(timeline));
    }

    List<ModuleEntry> modules() {
        return entries.stream()
                .filter(ModuleEntry.class::isInstance)
                .map(ModuleEntry.class::cast)
                .toList();
    }

    private List<String> namesOf(Class<? extends RobotModule> type) {
        List<String> names = modules().stream()
                .filter(entry -> entry.type() == type)
                .map(Entry::name)
                .toList();
        if (names.isEmpty()) {
            throw unknownModule(type.getSimpleName());
        }
        return names;
    }

    String requireModule(String name) {
        if (modules().stream().noneMatch(entry -> entry.name().equals(name))) {
            throw unknownModule(name);
        }
        return name;
    }

    private BlueprintException unknownModule(String name) {
        List<String> known = modules().stream().map(Entry::name).toList();
        return new BlueprintException("module '" + name + "' is not in the blueprint" + Nearest.hint(name, known));
    }

    private void requireStream(String stream) {
        Set<String> known = Wiring.streamNames(entries);
        if (!known.contains(stream)) {
            throw new BlueprintException(
                    "stream '" + stream + "' is not in the blueprint" + Nearest.hint(stream, known));
        }
    }

    /** Without a module, as if it had never been there. */
    Blueprint less(String module) {
        return new Blueprint(
                entries.stream().filter(entry -> !entry.name().equals(module)).toList(),
                recordModules.stream().filter(name -> !name.equals(module)).toList(),
                defaultRecording,
                replayPlan,
                aliases);
    }

    private Blueprint with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return withEntries(more);
    }

    private Blueprint withEntries(List<Entry> newEntries) {
        return new Blueprint(newEntries, recordModules, defaultRecording, replayPlan, aliases);
    }

    private Blueprint withAliases(Map<String, String> newAliases) {
        return new Blueprint(entries, recordModules, defaultRecording, replayPlan, newAliases);
    }

    private Map<String, String> renamed(UnaryOperator<String> naming, UnaryOperator<String> streamNaming) {
        Map<String, String> renamed = new LinkedHashMap<>();
        aliases.forEach((alias, stream) -> renamed.put(naming.apply(alias), streamNaming.apply(stream)));
        return renamed;
    }

    private Blueprint mapEntries(UnaryOperator<Entry> change) {
        return withEntries(entries.stream().map(change).toList());
    }

    private Blueprint mapModules(Set<String> names, UnaryOperator<ModuleEntry> change) {
        return mapEntries(entry ->
                entry instanceof ModuleEntry module && names.contains(module.name()) ? change.apply(module) : entry);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blueprint that
                && entries.equals(that.entries)
                && recordModules.equals(that.recordModules)
                && defaultRecording.equals(that.defaultRecording)
                && replayPlan.equals(that.replayPlan)
                && aliases.equals(that.aliases);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** The names of the parts. */
    @Override
    public String toString() {
        return "Blueprint" + entries.stream().map(Entry::name).toList();
    }
}
