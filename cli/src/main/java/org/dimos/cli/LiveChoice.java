package org.dimos.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.dimos.blueprint.introspection.LiveRun;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.core.text.Nearest;

/** The runs that are meant by a name: an id, the beginning of one, or a blueprint. */
final class LiveChoice {
    private final LiveRuns runs;

    LiveChoice(Program program) {
        runs = new LiveRuns(new Recordings(program).state());
    }

    /** All that go on. */
    List<LiveRun> all() {
        return runs.list();
    }

    /** Whether the run of that id goes on. */
    boolean isGoingOn(String id) {
        return all().stream().anyMatch(run -> run.id().equals(id));
    }

    /**
     * The run of a name.
     *
     * @throws UsageException if there is none, or more than one
     */
    LiveRun named(String name) {
        List<LiveRun> found = runs.named(name);
        if (found.isEmpty()) {
            List<String> names = all().stream()
                    .flatMap(run -> List.of(run.id(), run.blueprint()).stream())
                    .distinct()
                    .toList();
            throw new UsageException("no run named '" + name + "' is going on" + Nearest.hint(name, names));
        }
        return theOnly(found, "'" + name + "' is the name of");
    }

    /**
     * The run that is going on.
     *
     * @throws UsageException if there is none, or more than one
     */
    LiveRun only() {
        List<LiveRun> found = all();
        if (found.isEmpty()) {
            throw new UsageException("no run is going on; 'dimos run' starts one");
        }
        return theOnly(found, "there are");
    }

    private static LiveRun theOnly(List<LiveRun> found, String what) {
        if (found.size() > 1) {
            throw new UsageException(what + " " + found.size() + " runs; name one of them: "
                    + found.stream().map(LiveRun::id).collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }
}
