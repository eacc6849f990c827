package org.dimos.blueprint;

import java.util.ArrayList;
import java.util.List;
import org.dimos.blueprint.ReplayPlan.Fate;
import org.dimos.blueprint.ReplayPlan.Left;
import org.dimos.blueprint.ReplayPlan.ModulePlan;
import org.dimos.blueprint.ReplayPlan.Played;

/** A replay plan as lines of text. */
final class ReplayPlanText {
    private ReplayPlanText() {}

    static List<String> of(ReplayPlan plan) {
        int width = plan.modules().stream()
                .mapToInt(module -> module.name().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("replay of " + plan.source() + ": " + count(plan.played().size(), "stream") + messages(plan) + " "
                + (plan.played().size() == 1 ? "is" : "are") + " played");
        for (ModulePlan module : plan.modules()) {
            lines.add(String.format(
                            "  %-8s  %-" + Math.max(1, width) + "s  %s",
                            word(module.fate()),
                            module.name(),
                            say(module))
                    .stripTrailing());
        }
        fedFromOutside(plan).forEach(stream -> lines.add("  played    " + stream + ", which no module publishes"));
        for (Left left : plan.left()) {
            lines.add("  not played  " + left.stream() + ": " + left.reason());
        }
        return lines;
    }

    /** How many messages there are, where that is known of all streams. */
    private static String messages(ReplayPlan plan) {
        boolean known = plan.played().stream().allMatch(played -> played.count() >= 0);
        long messages = plan.played().stream().mapToLong(Played::count).sum();
        return known && !plan.played().isEmpty() ? " with " + count(messages, "message") : "";
    }

    private static String word(Fate fate) {
        return switch (fate) {
            case REPLACED, PARTLY -> "replaced";
            case RUNS -> "runs";
            case KEPT -> "kept";
            case DISABLED -> "disabled";
        };
    }

    private static String say(ModulePlan module) {
        return switch (module.fate()) {
            case REPLACED -> "by the recorded " + join(module.played()) + keepHint(module);
            case PARTLY -> "by the recorded " + join(module.played()) + "; " + silence(module) + keepHint(module);
            case RUNS, KEPT -> inputs(module);
            case DISABLED -> "by the blueprint";
        };
    }

    private static String silence(ModulePlan module) {
        return module.silent().isEmpty() ? "the rest comes from elsewhere" : "silent: " + join(module.silent());
    }

    private static String keepHint(ModulePlan module) {
        return module.couldRun() ? " (--keep " + module.name() + " runs it on what is played)" : "";
    }

    private static String inputs(ModulePlan module) {
        String fed = module.fed().isEmpty() ? "" : "on " + join(module.fed());
        String starving = module.starving().isEmpty() ? "" : "gets no " + join(module.starving());
        return fed.isEmpty() || starving.isEmpty() ? fed + starving : fed + "; " + starving;
    }

    private static List<String> fedFromOutside(ReplayPlan plan) {
        List<String> replacing = plan.modules().stream()
                .flatMap(module -> module.played().stream())
                .toList();
        return plan.played().stream()
                .map(Played::stream)
                .filter(stream -> !replacing.contains(stream))
                .toList();
    }

    private static String join(List<String> names) {
        return String.join(", ", names);
    }

    private static String count(long number, String word) {
        return String.format("%,d %s%s", number, word, number == 1 ? "" : "s");
    }
}
