package org.dimos.blueprint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dimos.record.Recording;
import org.dimos.record.replay.StreamView;

/** A recording as a blueprint plays it: under the blueprint's names, and with the values that its modules say hold. */
final class ReplayedView {
    private ReplayedView() {}

    static Recording of(BlueprintContent content, Recording recording) {
        return holding(content.modules(), named(content.aliases(), recording));
    }

    /** The recording with each stream renamed that it has under another name, and not under its own. */
    private static Recording named(Map<String, String> aliases, Recording recording) {
        Recording result = recording;
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            Set<String> names = result.streams().stream().map(StreamView::name).collect(Collectors.toSet());
            if (names.contains(alias.getKey()) && !names.contains(alias.getValue())) {
                result = result.rename(alias.getKey(), alias.getValue());
            }
        }
        return result;
    }

    /** The recording, with those of its streams latched that modules say are. */
    private static Recording holding(List<ModuleEntry> modules, Recording recording) {
        Set<String> latched = modules.stream()
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
}
