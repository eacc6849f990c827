package org.dimos.blueprint;

import java.util.List;
import org.dimos.core.text.Nearest;

/** Puts one port of a module on another stream. */
final class PortRenaming {
    private PortRenaming() {}

    static ModuleEntry of(ModuleEntry entry, String port, String stream) {
        List<String> known = entry.ports().stream().map(Port::name).toList();
        if (!known.contains(port)) {
            throw new BlueprintException(
                    "module '" + entry.name() + "' has no port '" + port + "'" + Nearest.hint(port, known));
        }
        return entry.withPorts(entry.ports().stream()
                .map(each -> each.name().equals(port) ? each.withStream(stream) : each)
                .toList());
    }
}
