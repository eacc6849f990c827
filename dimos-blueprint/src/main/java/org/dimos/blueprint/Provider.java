package org.dimos.blueprint;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Bus;
import org.dimos.core.time.Timeline;

/** What stands in for modules: it gives streams that otherwise modules would publish. A recording is one. */
public interface Provider {

    /** What a person calls it. */
    String name();

    /** What it can give, in its own order. */
    List<ProvidedStream> streams();

    /**
     * The same in lockstep.
     *
     * @throws BlueprintException if it cannot be played so
     */
    default Provider inLockstep() {
        throw new BlueprintException(name() + " cannot be played in lockstep");
    }

    /** The time it brings along, if it does; the graph then runs in that time. */
    Optional<Timeline> timeline();

    /**
     * The running part.
     *
     * @param ports the streams to publish, all of them among {@link #streams()}
     * @param bus where to publish them
     * @param timeline the time of the graph
     * @param finished to be completed when nothing more will come, exceptionally if that is due to an error
     */
    RobotModule open(List<Port> ports, Bus bus, Timeline timeline, CompletableFuture<Void> finished);
}
