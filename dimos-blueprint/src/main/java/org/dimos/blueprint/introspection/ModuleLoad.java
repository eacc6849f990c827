package org.dimos.blueprint.introspection;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a part of a graph has done so far.
 *
 * @param name its name in the blueprint
 * @param type the name of its class
 * @param cpuNanos the processor time of its handlers and timers; unknown for what works on threads of its own only, such
 *     as a recorder or a player
 * @param waiting messages that wait for it
 * @param handled messages it got
 * @param dropped messages it did not get: no room, or a newer one took the place
 * @param inputs the streams it takes
 * @param outputs the streams it publishes
 */
public record ModuleLoad(
        String name,
        String type,
        OptionalLong cpuNanos,
        long waiting,
        long handled,
        long dropped,
        List<String> inputs,
        List<String> outputs) {
    public ModuleLoad {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
