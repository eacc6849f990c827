package org.dimos.blueprint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dimos.core.RobotModule;

/**
 * A module in a blueprint.
 *
 * @param name the name of this instance
 * @param type its class
 * @param ports its ports with the names of their streams
 * @param enabled whether it is constructed and runs
 * @param config what the blueprint sets of its configuration
 * @param bindings what its constructor may ask for beside ports, configuration, clock and scheduler
 * @param remote the transport over which its streams come and go, if it stands for a program elsewhere
 */
public record ModuleEntry(
        String name,
        Class<? extends RobotModule> type,
        List<Port> ports,
        boolean enabled,
        ObjectNode config,
        List<Module> bindings,
        Optional<String> remote)
        implements Entry {

    public ModuleEntry {
        ports = List.copyOf(ports);
        config = config.deepCopy();
        bindings = List.copyOf(bindings);
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public ModuleEntry renamed(UnaryOperator<String> naming, UnaryOperator<String> streamNaming) {
        List<Port> renamed =
                ports.stream().map(port -> port.mapStream(streamNaming)).toList();
        return new ModuleEntry(naming.apply(name), type, renamed, enabled, config, bindings, remote);
    }

    ModuleEntry over(String transport) {
        return new ModuleEntry(name, type, ports, enabled, config, bindings, Optional.of(transport));
    }

    ModuleEntry disabled() {
        return new ModuleEntry(name, type, ports, false, config, bindings, remote);
    }

    ModuleEntry withPorts(List<Port> newPorts) {
        return new ModuleEntry(name, type, newPorts, enabled, config, bindings, remote);
    }

    ModuleEntry configured(ObjectNode values) {
        ObjectNode merged = config.deepCopy();
        merged.setAll(values);
        return new ModuleEntry(name, type, ports, enabled, merged, bindings, remote);
    }

    ModuleEntry binding(Module module) {
        List<Module> more = new ArrayList<>(bindings);
        more.add(module);
        return new ModuleEntry(name, type, ports, enabled, config, more, remote);
    }
}
