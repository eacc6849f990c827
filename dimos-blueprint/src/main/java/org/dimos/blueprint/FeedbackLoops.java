package org.dimos.blueprint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds modules that hear, through whatever others, the consequences of what they say. */
final class FeedbackLoops {
    private FeedbackLoops() {}

    static boolean isInLoop(ModuleEntry module, List<ModuleEntry> modules) {
        Set<ModuleEntry> reached = new HashSet<>();
        Deque<ModuleEntry> ahead = new ArrayDeque<>(listeners(module, modules));
        while (!ahead.isEmpty()) {
            ModuleEntry next = ahead.pop();
            if (next.equals(module)) {
                return true;
            }
            if (reached.add(next)) {
                ahead.addAll(listeners(next, modules));
            }
        }
        return false;
    }

    private static List<ModuleEntry> listeners(ModuleEntry speaker, List<ModuleEntry> modules) {
        Set<String> said = new HashSet<>();
        speaker.outputs().forEach(port -> said.add(port.stream()));
        return modules.stream()
                .filter(module ->
                        module.isEnabled() && module.inputs().stream().anyMatch(port -> said.contains(port.stream())))
                .toList();
    }
}
