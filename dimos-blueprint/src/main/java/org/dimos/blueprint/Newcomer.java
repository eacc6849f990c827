package org.dimos.blueprint;

import java.util.ArrayList;
import java.util.List;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Handover;
import org.dimos.core.bus.Receiver;

/**
 * A module that joins a running graph.
 *
 * @param entry what the blueprint says of it
 * @param part the instance
 * @param handover keeps its messages until it has started
 */
record Newcomer(ModuleEntry entry, Part part, Handover handover) {

    /**
     * Begins to keep its messages.
     *
     * @param before the name of a module that gets them up to now; empty if there is none
     * @return the receivers of that module
     */
    List<Receiver<?>> hold(Bus bus, String before) {
        List<Receiver<?>> leaving = new ArrayList<>();
        for (Port port : entry.inputs()) {
            leaving.addAll(handover.attach(bus.channel(port.stream(), port.type()), before));
        }
        handover.hold();
        return leaving;
    }

    /** It will not run. */
    void giveUp(Bus bus) {
        handover.giveUp();
        bus.takeOut(part.name());
        bus.unregister(part.thread());
        part.thread().stop();
    }
}
