package org.dimos.blueprint;

import java.util.List;
import java.util.Set;
import org.dimos.blueprint.Port.Direction;

/**
 * What a replay does, before anything runs: which streams are played and which are not, which modules they replace,
 * which run, and who gets nothing.
 *
 * @param source what plays
 * @param played the streams that are played
 * @param left the streams of the source that are not played, and why
 * @param modules what becomes of each module of the blueprint
 */
public record ReplayPlan(String source, List<Played> played, List<Left> left, List<ModulePlan> modules) {
    public ReplayPlan {
        played = List.copyOf(played);
        left = List.copyOf(left);
        modules = List.copyOf(modules);
    }

    /**
     * A stream that is played.
     *
     * @param stream its name
     * @param type the type of its messages
     * @param count how many messages there are, or -1 if that is not known
     */
    public record Played(String stream, Class<?> type, long count) {}

    /**
     * A stream of the source that is not played.
     *
     * @param stream its name
     * @param reason why not, and what would change that
     */
    public record Left(String stream, String reason) {}

    /** What becomes of a module. */
    public enum Fate {
        /** Left out: its outputs are played. */
        REPLACED,
        /** Left out although the source holds only some of its outputs. */
        PARTLY,
        /** Runs because none of its outputs is played. */
        RUNS,
        /** Runs because it was asked for; what was recorded of its outputs is not played. */
        KEPT,
        /** Left out by the blueprint itself. */
        DISABLED
    }

    /**
     * What becomes of a module.
     *
     * @param name the module
     * @param fate what becomes of it
     * @param played those of its outputs that are played
     * @param silent those of its outputs that fall silent
     * @param fed those of its inputs that get messages
     * @param starving those of its inputs that get nothing
     * @param couldRun whether all its connected inputs would be there if it was kept running
     */
    public record ModulePlan(
            String name,
            Fate fate,
            List<String> played,
            List<String> silent,
            List<String> fed,
            List<String> starving,
            boolean couldRun) {
        public ModulePlan {
            played = List.copyOf(played);
            silent = List.copyOf(silent);
            fed = List.copyOf(fed);
            starving = List.copyOf(starving);
        }

        /** Whether the module is taken out of the graph. */
        public boolean isReplaced() {
            return fate == Fate.REPLACED || fate == Fate.PARTLY;
        }
    }

    /** The plan for a blueprint and what shall play into it. */
    static ReplayPlan of(Blueprint blueprint, Provider provider, Set<String> keep) {
        return new ReplayPlanner(blueprint, provider, keep).plan();
    }

    /** Whether a part of the blueprint is taken out. */
    boolean replaces(String name) {
        return modules.stream()
                .anyMatch(module -> module.isReplaced() && module.name().equals(name));
    }

    /** What the player publishes. */
    List<Port> ports() {
        return played.stream()
                .map(each -> new Port(each.stream(), each.stream(), each.type(), Direction.OUT))
                .toList();
    }

    /** The plan for a person to read. */
    public List<String> lines() {
        return ReplayPlanText.of(this);
    }
}
