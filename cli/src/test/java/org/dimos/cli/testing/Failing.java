package org.dimos.cli.testing;

import jakarta.inject.Inject;
import org.dimos.core.In;
import org.dimos.core.RobotModule;

/** Fails at the third number. */
public final class Failing implements RobotModule {
    private final Ports ports;

    @Inject
    Failing(Ports ports) {
        this.ports = ports;
    }

    @Override
    public void start() {
        var unused = ports.count().all().subscribe(count -> {
            if (count.value() == 2) {
                throw new IllegalStateException("three is too much");
            }
        });
    }

    /** Numbers in. */
    public record Ports(In<Count> count) {}
}
