package org.dimos.blueprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dimos.blueprint.ReplayPlan.Fate;
import org.dimos.blueprint.ReplayPlan.Left;
import org.dimos.blueprint.ReplayPlan.ModulePlan;
import org.dimos.blueprint.ReplayPlan.Played;
import org.dimos.core.message.MessageCodecs;
import org.dimos.core.message.Opaque;
import org.dimos.core.text.Glob;
import org.dimos.record.Recording;

/** Matches the streams of a provider with the ports of a blueprint, by name and type. */
final class ReplayPlanner {
    private record End(ModuleEntry module, Port port) {}

    private final List<ModuleEntry> modules;
    private final Provider provider;
    private final Set<String> keep;
    private final List<End> ends;
    private final Predicate<String> linked;

    ReplayPlanner(Blueprint blueprint, Provider provider, Set<String> keep) {
        this.modules = blueprint.modules();
        this.provider = provider;
        this.keep = new HashSet<>(keep);
        this.ends = modules.stream()
                .filter(Entry::isEnabled)
                .flatMap(module -> module.ports().stream().map(port -> new End(module, port)))
                .toList();
        this.linked = Glob.matchingAny(LinkedStreams.links(blueprint).stream()
                .flatMap(link -> link.patterns().stream())
                .toList());
        provider.streams().forEach(stream -> besideOf(stream).forEach(this.keep::add));
    }

    /** The modules that publish anew what is played beside. */
    private List<String> besideOf(ProvidedStream stream) {
        return isBeside(stream)
                ? endsOf(plainName(stream)).stream()
                        .filter(end -> end.port().isOut())
                        .map(end -> end.module().name())
                        .toList()
                : List.of();
    }

    private static boolean isBeside(ProvidedStream stream) {
        return stream.name().endsWith(Recording.BESIDE);
    }

    private static String plainName(ProvidedStream stream) {
        return isBeside(stream)
                ? stream.name().substring(0, stream.name().length() - Recording.BESIDE.length())
                : stream.name();
    }

    ReplayPlan plan() {
        List<Played> played = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (ProvidedStream stream : provider.streams()) {
            Optional<String> obstacle = obstacle(stream);
            obstacle.ifPresent(reason -> left.add(new Left(stream.name(), reason)));
            if (obstacle.isEmpty()) {
                played.add(new Played(stream.name(), stream.type().orElseThrow(), stream.count()));
            }
        }
        Set<String> names = played.stream().map(Played::stream).collect(Collectors.toSet());
        return new ReplayPlan(provider.name(), played, left, fates(names));
    }

    private Optional<String> obstacle(ProvidedStream stream) {
        List<End> here = endsOf(plainName(stream));
        if (here.isEmpty() && goesOut(stream)) {
            return Optional.empty();
        }
        if (here.isEmpty()) {
            return Optional.of("nobody takes it" + renameHint(stream));
        }
        Optional<End> other = here.stream()
                .filter(end -> !stream.type().equals(Optional.of(end.port().type())))
                .findFirst();
        if (other.isPresent()) {
            return Optional.of("recorded as " + stream.typeName() + ", but "
                    + other.get().module().name() + " has it as "
                    + typeName(other.get().port()));
        }
        return here.stream()
                .filter(end -> !isBeside(stream)
                        && end.port().isOut()
                        && keep.contains(end.module().name()))
                .findFirst()
                .map(end -> "left out, because " + end.module().name() + " is kept and publishes it");
    }

    /** Whether other processes take it, where no module does. */
    private boolean goesOut(ProvidedStream stream) {
        return linked.test(stream.name())
                && stream.type().filter(type -> type != Opaque.class).isPresent();
    }

    private String renameHint(ProvidedStream stream) {
        Set<String> provided =
                provider.streams().stream().map(ProvidedStream::name).collect(Collectors.toSet());
        List<String> candidates = ends.stream()
                .filter(end -> stream.type().equals(Optional.of(end.port().type())))
                .map(end -> end.port().stream())
                .filter(name -> !provided.contains(name))
                .distinct()
                .toList();
        return candidates.size() == 1
                ? "; if it is '" + candidates.get(0) + "', say --rename " + stream.name() + "=" + candidates.get(0)
                : "";
    }

    private static String typeName(Port port) {
        return MessageCodecs.typeName(port.type());
    }

    private List<End> endsOf(String stream) {
        return ends.stream().filter(end -> end.port().stream().equals(stream)).toList();
    }

    private List<ModulePlan> fates(Set<String> played) {
        Set<String> flowing = new HashSet<>(played);
        for (ModuleEntry module : modules) {
            if (!fate(module, played).equals(Fate.DISABLED) && !isReplaced(module, played)) {
                module.outputs().forEach(port -> flowing.add(port.stream()));
            }
        }
        return modules.stream()
                .map(module -> modulePlan(module, played, flowing))
                .toList();
    }

    private boolean isReplaced(ModuleEntry module, Set<String> played) {
        return module.isEnabled() && module.outputs().stream().anyMatch(port -> played.contains(port.stream()));
    }

    private Fate fate(ModuleEntry module, Set<String> played) {
        if (!module.isEnabled()) {
            return Fate.DISABLED;
        }
        if (keep.contains(module.name())) {
            return Fate.KEPT;
        }
        if (!isReplaced(module, played)) {
            return Fate.RUNS;
        }
        boolean whole = module.outputs().stream().allMatch(port -> played.contains(port.stream()));
        return whole ? Fate.REPLACED : Fate.PARTLY;
    }

    private ModulePlan modulePlan(ModuleEntry module, Set<String> played, Set<String> flowing) {
        Fate fate = fate(module, played);
        boolean gone = fate == Fate.REPLACED || fate == Fate.PARTLY;
        boolean runs = fate == Fate.RUNS || fate == Fate.KEPT;
        List<String> outputs = module.outputs().stream().map(Port::stream).toList();
        List<String> inputs = module.inputs().stream().map(Port::stream).toList();
        return new ModulePlan(
                module.name(),
                fate,
                gone ? outputs.stream().filter(played::contains).toList() : List.of(),
                gone ? outputs.stream().filter(name -> !flowing.contains(name)).toList() : List.of(),
                runs ? inputs.stream().filter(flowing::contains).toList() : List.of(),
                runs ? inputs.stream().filter(name -> !flowing.contains(name)).toList() : List.of(),
                gone && couldRun(module, flowing));
    }

    /**
     * Whether a replaced module could run on what is played: everything it listens to is there, and nothing of it comes
     * about through its own outputs. A robot's driver listens to commands that answer its own sensors.
     */
    private boolean couldRun(ModuleEntry module, Set<String> flowing) {
        List<String> connected = module.inputs().stream()
                .map(Port::stream)
                .filter(stream ->
                        endsOf(stream).stream().anyMatch(end -> end.port().isOut()))
                .toList();
        return !connected.isEmpty() && flowing.containsAll(connected) && !FeedbackLoops.isInLoop(module, modules);
    }
}
