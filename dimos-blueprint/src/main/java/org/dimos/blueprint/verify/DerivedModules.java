package org.dimos.blueprint.verify;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.ModuleEntry;
import org.dimos.blueprint.Port;
import org.dimos.record.StreamInfo;

/**
 * Finds the modules whose recorded outputs can be made again from what else was recorded. A driver cannot: it takes no
 * streams, or speaks before it has heard anything, or is the first of those that hear what they bring about, as a robot
 * does that drives where its own sensors lead it.
 */
final class DerivedModules {
    private final List<ModuleEntry> modules;
    private final Map<String, StreamInfo> recorded;

    DerivedModules(Blueprint blueprint, List<StreamInfo> recorded) {
        this.modules = blueprint.entries().stream()
                .filter(ModuleEntry.class::isInstance)
                .map(ModuleEntry.class::cast)
                .filter(ModuleEntry::isEnabled)
                .toList();
        this.recorded = recorded.stream()
                .filter(stream -> stream.messages() > 0)
                .collect(Collectors.toMap(StreamInfo::name, Function.identity()));
    }

    /** The names of those whose outputs are recorded, in the order of the blueprint. */
    Set<String> names() {
        return modules.stream()
                .filter(this::isDerived)
                .map(ModuleEntry::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isDerived(ModuleEntry module) {
        OptionalLong spoke = earliest(module.outputs());
        OptionalLong heard = heard(module, new HashSet<>());
        return spoke.isPresent()
                && heard.isPresent()
                && heard.getAsLong() <= spoke.getAsLong()
                && !isFirstOfLoop(module);
    }

    private OptionalLong earliest(List<Port> ports) {
        return ports.stream()
                .flatMapToLong(port -> firstNanos(port.stream()).stream())
                .min();
    }

    private OptionalLong firstNanos(String stream) {
        StreamInfo info = recorded.get(stream);
        return info == null ? OptionalLong.empty() : OptionalLong.of(info.firstNanos());
    }

    /** When the first message came that the module could hear, itself or through modules whose outputs were not kept. */
    private OptionalLong heard(ModuleEntry module, Set<ModuleEntry> asked) {
        if (!asked.add(module)) {
            return OptionalLong.empty();
        }
        return module.inputs().stream()
                .map(port -> recorded.containsKey(port.stream())
                        ? firstNanos(port.stream())
                        : heardByProducers(port.stream(), asked))
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    private OptionalLong heardByProducers(String stream, Set<ModuleEntry> asked) {
        return modules.stream()
                .filter(module -> publishes(module, stream))
                .map(module -> heard(module, asked))
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    private static boolean publishes(ModuleEntry module, String stream) {
        return module.outputs().stream().anyMatch(port -> port.stream().equals(stream));
    }

    /** Whether a module hears what follows from what it says, and stands before all others in that circle. */
    private boolean isFirstOfLoop(ModuleEntry module) {
        Set<ModuleEntry> after = reached(module);
        return after.contains(module)
                && modules.stream()
                        .filter(other -> after.contains(other) && reached(other).contains(module))
                        .findFirst()
                        .filter(module::equals)
                        .isPresent();
    }

    private Set<ModuleEntry> reached(ModuleEntry speaker) {
        Set<ModuleEntry> reached = new HashSet<>();
        List<ModuleEntry> next = listeners(speaker);
        while (!next.isEmpty()) {
            next = next.stream()
                    .filter(reached::add)
                    .flatMap(module -> listeners(module).stream())
                    .toList();
        }
        return reached;
    }

    private List<ModuleEntry> listeners(ModuleEntry speaker) {
        return modules.stream()
                .filter(module -> module.inputs().stream().anyMatch(port -> publishes(speaker, port.stream())))
                .toList();
    }
}
