package org.dimos.blueprint;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What stands in for modules in a blueprint.
 *
 * @param provider where the messages come from
 * @param ports what it publishes
 */
public record ProviderEntry(Provider provider, List<Port> ports) implements Entry {
    public ProviderEntry {
        ports = List.copyOf(ports);
    }

    ProviderEntry inLockstep() {
        return new ProviderEntry(provider.inLockstep(), ports);
    }

    @Override
    public String name() {
        return "Player of " + provider.name();
    }

    /** Keeps its name, which is that of its source. */
    @Override
    public Entry renamed(UnaryOperator<String> naming, UnaryOperator<String> streamNaming) {
        return new ProviderEntry(
                provider,
                ports.stream().map(port -> port.mapStream(streamNaming)).toList());
    }
}
