package org.dimos.blueprint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dimos.core.RobotModule;
import org.dimos.core.text.Nearest;

/**
 * What a blueprint is made of, and how that is composed, changed and looked up.
 *
 * @param entries the parts, in the order in which they start
 * @param recordModules the names of the modules whose outputs are recorded by default
 * @param defaultRecording the recording that a replay without a file plays
 * @param replayPlan what a replay does, if this is one
 * @param aliases what streams are also called in recordings: the other name, and the stream
 */
record BlueprintContent(
        List<Entry> entries,
        List<String> recordModules,
        Optional<Path> defaultRecording,
        Optional<ReplayPlan> replayPlan,
        Map<String, String> aliases) {

    BlueprintContent {
        entries = List.copyOf(entries);
        recordModules = List.copyOf(recordModules);
        aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    }

    static BlueprintContent of(Entry entry) {
        return new BlueprintContent(List.of(entry), List.of(), Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * All of several together. What stands in several of them, the same in each, is there once.
     *
     * @throws BlueprintException if two different modules have one name
     */
    static BlueprintContent together(List<BlueprintContent> parts) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (Entry entry : flatten(parts, BlueprintContent::entries)) {
            Entry present = entries.putIfAbsent(entry.name(), entry);
            if (present != null && !present.equals(entry)) {
                mistakes.add("two different modules are named '" + entry.name()
                        + "'; give one a name of its own: module(X.class, \"name\"), or a namespace");
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BlueprintException(mistakes);
        }
        Map<String, String> aliases = new LinkedHashMap<>();
        parts.forEach(part -> aliases.putAll(part.aliases()));
        return new BlueprintContent(
                List.copyOf(entries.values()),
                distinct(flatten(parts, BlueprintContent::recordModules)),
                last(parts, BlueprintContent::defaultRecording),
                last(parts, BlueprintContent::replayPlan),
                aliases);
    }

    private static <T> List<T> flatten(List<BlueprintContent> parts, Function<BlueprintContent, List<T>> what) {
        return parts.stream().flatMap(part -> what.apply(part).stream()).toList();
    }

    private static <T> Optional<T> last(List<BlueprintContent> parts, Function<BlueprintContent, Optional<T>> what) {
        return parts.stream().map(what).flatMap(Optional::stream).reduce((a, b) -> b);
    }

    private static List<String> distinct(Collection<String> names) {
        return List.copyOf(new LinkedHashSet<>(names));
    }

    BlueprintContent withEntries(List<Entry> newEntries) {
        return new BlueprintContent(newEntries, recordModules, defaultRecording, replayPlan, aliases);
    }

    BlueprintContent with(Entry entry) {
        return withEntries(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    /** With more modules recorded by default, after those that are. */
    BlueprintContent withRecordModules(List<String> more) {
        List<String> names =
                Stream.concat(recordModules.stream(), more.stream()).toList();
        return new BlueprintContent(entries, distinct(names), defaultRecording, replayPlan, aliases);
    }

    BlueprintContent withDefaultRecording(Path file) {
        return new BlueprintContent(entries, recordModules, Optional.of(file), replayPlan, aliases);
    }

    BlueprintContent withReplayPlan(ReplayPlan plan) {
        return new BlueprintContent(entries, recordModules, defaultRecording, Optional.of(plan), aliases);
    }

    BlueprintContent withAliases(Map<String, String> newAliases) {
        return new BlueprintContent(entries, recordModules, defaultRecording, replayPlan, newAliases);
    }

    /** With other names for modules and streams. */
    BlueprintContent renamed(UnaryOperator<String> modules, UnaryOperator<String> streams) {
        Map<String, String> renamed = new LinkedHashMap<>();
        aliases.forEach((alias, stream) -> renamed.put(modules.apply(alias), streams.apply(stream)));
        return new BlueprintContent(
                entries.stream().map(entry -> entry.renamed(modules, streams)).toList(),
                recordModules.stream().map(modules).toList(),
                defaultRecording,
                replayPlan,
                renamed);
    }

    /** Without a module, as if it had never been there. */
    BlueprintContent without(String module) {
        return new BlueprintContent(
                entries.stream().filter(entry -> !entry.name().equals(module)).toList(),
                recordModules.stream().filter(name -> !name.equals(module)).toList(),
                defaultRecording,
                replayPlan,
                aliases);
    }

    BlueprintContent mapEntries(UnaryOperator<Entry> change) {
        return withEntries(entries.stream().map(change).toList());
    }

    BlueprintContent mapModules(Collection<String> names, UnaryOperator<ModuleEntry> change) {
        return mapEntries(entry ->
                entry instanceof ModuleEntry module && names.contains(module.name()) ? change.apply(module) : entry);
    }

    List<ModuleEntry> modules() {
        return entries.stream()
                .filter(ModuleEntry.class::isInstance)
                .map(ModuleEntry.class::cast)
                .toList();
    }

    /** The names of the modules of a class, of which there must be one. */
    List<String> namesOf(Class<? extends RobotModule> type) {
        List<String> names = modules().stream()
                .filter(entry -> entry.type() == type)
                .map(Entry::name)
                .toList();
        if (names.isEmpty()) {
            throw unknownModule(type.getSimpleName());
        }
        return names;
    }

    /** The names, each of which must be one of a module. */
    List<String> requireModules(Collection<String> names) {
        List<String> known = modules().stream().map(Entry::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw unknownModule(name);
        });
        return List.copyOf(names);
    }

    private BlueprintException unknownModule(String name) {
        List<String> known = modules().stream().map(Entry::name).toList();
        return new BlueprintException("module '" + name + "' is not in the blueprint" + Nearest.hint(name, known));
    }

    void requireStream(String stream) {
        Set<String> known = Wiring.streamNames(entries);
        if (!known.contains(stream)) {
            throw new BlueprintException(
                    "stream '" + stream + "' is not in the blueprint" + Nearest.hint(stream, known));
        }
    }
}
