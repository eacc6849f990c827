package org.dimos.blueprint.introspection;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.dimos.record.rolling.StateFolder;

/**
 * The runs of a user that are going on.
 *
 * @param state where they announce themselves
 */
public record LiveRuns(StateFolder state) {
    /** The stream of the bus on which runs announce themselves, once a second. */
    public static final String STREAM = "dimos/runs";

    /** All of them, the oldest first. Clears away what was left of those whose process is gone. */
    public List<LiveRun> list() {
        return new LiveFolder(state.livePath())
                .entries().stream()
                        .map(LiveRun::new)
                        .sorted(Comparator.comparing(LiveRun::started).thenComparing(LiveRun::id))
                        .toList();
    }

    /**
     * Those that a person may mean: the one of that id, else those of that blueprint, else those whose id or blueprint
     * begins so.
     */
    public List<LiveRun> named(String name) {
        List<LiveRun> all = list();
        List<Predicate<LiveRun>> ways = List.of(
                run -> run.id().equals(name),
                run -> run.blueprint().equals(name),
                run -> run.id().startsWith(name) || run.blueprint().startsWith(name));
        return ways.stream()
                .map(way -> all.stream().filter(way).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
