package org.dimos.core.transport;

import java.util.List;
import java.util.Map;
import org.dimos.core.text.Nearest;
import org.dimos.core.transport.lcm.LcmFactory;

/** The transports there are, by name. */
public final class Transports {
    private static final List<TransportFactory> ALL = List.of(new LcmFactory());

    private Transports() {}

    /** Their names. */
    public static List<String> names() {
        return ALL.stream().map(TransportFactory::name).toList();
    }

    /**
     * Opens one as the environment says.
     *
     * @throws TransportException if there is none of that name, or it cannot be opened
     */
    public static Transport open(String name, Map<String, String> environment) {
        return factory(name).open(environment);
    }

    /**
     * Opens one for somebody who only looks on, see {@link TransportFactory#onlook}.
     *
     * @throws TransportException if there is none of that name, or it cannot be opened
     */
    public static Transport onlook(String name, Map<String, String> environment) {
        return factory(name).onlook(environment);
    }

    private static TransportFactory factory(String name) {
        return ALL.stream()
                .filter(factory -> factory.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new TransportException("there is no transport '" + name + "'" + Nearest.hint(name, names())));
    }
}
