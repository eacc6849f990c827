package org.dimos.blueprint.verify;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.BlueprintException;
import org.dimos.blueprint.Entry;
import org.dimos.blueprint.ModuleEntry;
import org.dimos.blueprint.Port;
import org.dimos.blueprint.ReplayPlan;
import org.dimos.record.Recording;

/**
 * What runs and what is played to find out whether modules still make the same of a recording.
 *
 * @param blueprint the replay, in lockstep
 * @param modules the modules that run
 * @param played the streams that are played to them
 */
record VerifyPlan(Blueprint blueprint, List<ModuleEntry> modules, List<String> played) {

    /**
     * The plan for a blueprint and a recording.
     *
     * @param keep the modules to run although their outputs are recorded; none to find them out
     * @throws BlueprintException if no module would run, or none would hear anything
     */
    static VerifyPlan of(Blueprint blueprint, Recording recording, Set<String> keep) {
        Set<String> kept = keep.isEmpty() ? new DerivedModules(blueprint, recording.recorded()).names() : keep;
        Blueprint whole = blueprint.replay(recording, kept);
        return of(blueprint, whole, recording, kept, running(whole));
    }

    private static VerifyPlan of(
            Blueprint blueprint, Blueprint whole, Recording recording, Set<String> kept, List<ModuleEntry> running) {
        Set<String> heard = streams(running.stream().flatMap(module -> module.inputs().stream()));
        Set<String> said = streams(running.stream().flatMap(module -> module.outputs().stream()));
        List<String> played = whole.replayPlan().map(ReplayPlan::played).orElse(List.of()).stream()
                .map(ReplayPlan.Played::stream)
                .filter(stream -> heard.contains(stream) && !said.contains(stream))
                .toList();
        if (said.isEmpty() || played.isEmpty()) {
            throw new BlueprintException("nothing can be verified: no module of the blueprint makes anything of what "
                    + recording.name() + " holds; 'dimos run NAME --replay FILE --plan' tells why, module by module");
        }
        Recording needed = recording.only(played.toArray(String[]::new));
        Blueprint replay =
                withoutAllBut(blueprint, running).replay(needed, kept).lockstep();
        return new VerifyPlan(replay, running, played);
    }

    /** The modules that it does not take to make some of the streams. */
    List<String> notNeededFor(List<String> streams) {
        Set<String> needed = new HashSet<>(streams);
        Set<String> makers = new HashSet<>();
        while (addMakers(makers, needed)) {
            modules.stream()
                    .filter(module -> makers.contains(module.name()))
                    .forEach(module -> module.inputs().forEach(port -> needed.add(port.stream())));
        }
        return modules.stream()
                .map(Entry::name)
                .filter(name -> !makers.contains(name))
                .toList();
    }

    private boolean addMakers(Set<String> makers, Set<String> needed) {
        return makers.addAll(modules.stream()
                .filter(module -> module.outputs().stream().anyMatch(port -> needed.contains(port.stream())))
                .map(ModuleEntry::name)
                .toList());
    }

    private static List<ModuleEntry> running(Blueprint replay) {
        return replay.entries().stream()
                .filter(ModuleEntry.class::isInstance)
                .map(ModuleEntry.class::cast)
                .filter(Entry::isEnabled)
                .toList();
    }

    private static Set<String> streams(Stream<Port> ports) {
        return ports.map(Port::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Blueprint withoutAllBut(Blueprint blueprint, List<ModuleEntry> running) {
        Set<String> names = running.stream().map(ModuleEntry::name).collect(Collectors.toSet());
        String[] others = blueprint.entries().stream()
                .filter(entry -> entry instanceof ModuleEntry && !names.contains(entry.name()))
                .map(Entry::name)
                .toArray(String[]::new);
        return blueprint.disable(others);
    }

    /** The streams that are made anew. */
    List<String> derived() {
        return List.copyOf(streams(modules.stream().flatMap(module -> module.outputs().stream())));
    }

    /** The module that makes a stream. */
    ModuleEntry producer(String stream) {
        return modules.stream()
                .filter(module ->
                        module.outputs().stream().anyMatch(port -> port.stream().equals(stream)))
                .findFirst()
                .orElseThrow();
    }
}
