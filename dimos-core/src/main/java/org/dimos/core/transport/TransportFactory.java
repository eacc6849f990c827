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

    /**
     * Opens one for somebody who only looks on, and would rather have messages some milliseconds late than spend much of the
     * processor on them.
     *
     * @throws TransportException if the environment asks for something that is not there
     */
    Transport onlook(Map<String, String> environment);
}
