package org.dimos.blueprint;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dimos.record.Recording;
import org.dimos.record.replay.StreamView;

/** Gives the streams of a recording the names that a blueprint has for them. */
final class Aliases {
    private Aliases() {}

    /** The recording with each stream renamed that it has under another name, and not under its own. */
    static Recording applied(Map<String, String> aliases, Recording recording) {
        Recording result = recording;
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            Set<String> names = result.streams().stream().map(StreamView::name).collect(Collectors.toSet());
            if (names.contains(alias.getKey()) && !names.contains(alias.getValue())) {
                result = result.rename(alias.getKey(), alias.getValue());
            }
        }
        return result;
    }
}
