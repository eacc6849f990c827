package org.dimos.core.transport;

import java.util.Map;

/** Opens transports of one kind. */
public interface TransportFactory {

    /** What the kind is called: {@code lcm}. */
    String name();

    /**
     * Opens one as the environment says.
     *
     * @throws TransportException if the environment asks for something that is not there
     */
    Transport open(Map<String, String> environment);
}
