package org.dimos.record;

import java.util.List;

/**
 * The module that published a stream.
 *
 * @param module the name of the module in its blueprint
 * @param inputs the streams the module listened to; empty for a driver
 */
public record Producer(String module, List<String> inputs) {
    public Producer {
        inputs = List.copyOf(inputs);
    }
}
