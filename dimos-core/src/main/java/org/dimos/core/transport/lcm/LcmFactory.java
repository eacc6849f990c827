package org.dimos.core.transport.lcm;

import java.util.Map;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportFactory;
import org.dimos.core.transport.memory.MemoryTransport;

/** Opens {@code lcm} at {@code LCM_DEFAULT_URL}. */
public final class LcmFactory implements TransportFactory {

    @Override
    public String name() {
        return LcmTransport.NAME;
    }

    @Override
    public Transport open(Map<String, String> environment) {
        LcmUrl url = LcmUrl.of(environment);
        return url.isInMemory() ? MemoryTransport.open(name(), url.host()) : LcmTransport.open(url);
    }

    @Override
    public Transport onlook(Map<String, String> environment) {
        LcmUrl url = LcmUrl.of(environment);
        return url.isInMemory() ? MemoryTransport.open(name(), url.host()) : LcmTransport.onlook(url);
    }
}
