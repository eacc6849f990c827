package org.dimos.blueprint;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Bus;
import org.dimos.core.time.Timeline;

/** Has streams, and plays none of their messages. */
record FakeProvider(List<ProvidedStream> streams) implements Provider {

    @Override
    public String name() {
        return "fake.db";
    }

    @Override
    public Optional<Timeline> timeline() {
        return Optional.empty();
    }

    @Override
    public RobotModule open(List<Port> ports, Bus bus, Timeline timeline, CompletableFuture<Void> finished) {
        return new RobotModule() {};
    }
}
