package org.dimos.cli.testing;

import jakarta.inject.Inject;
import org.dimos.core.In;
import org.dimos.core.RobotModule;

/** Listens to numbers. */
public final class Listener implements RobotModule {
    private final Ports ports;

    @Inject
    Listener(Ports ports) {
        this.ports = ports;
    }

    @Override
    public void start() {
        var unused = ports.count().all().subscribe(count -> {});
    }

    /** Numbers in. */
    public record Ports(In<Count> count) {}
}
