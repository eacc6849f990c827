package org.dimos.blueprint;

import java.util.List;
import java.util.function.UnaryOperator;

/** A part of a blueprint: a module, what stands in for modules, a recorder, or streams on a transport. */
public sealed interface Entry permits LinkEntry, ModuleEntry, ProviderEntry, RecorderEntry {

    /** The name of this part, unique in its blueprint. */
    String name();

    /** Its ends of streams. */
    List<Port> ports();

    /** The same part under another name and with other stream names. */
    Entry renamed(UnaryOperator<String> naming, UnaryOperator<String> streamNaming);

    /** Whether it takes part when the graph runs. */
    default boolean isEnabled() {
        return true;
    }

    /** Its outputs. */
    default List<Port> outputs() {
        return ports().stream().filter(Port::isOut).toList();
    }

    /** Its inputs. */
    default List<Port> inputs() {
        return ports().stream().filter(port -> !port.isOut()).toList();
    }
}
