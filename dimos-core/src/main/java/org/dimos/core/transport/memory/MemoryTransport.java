package org.dimos.core.transport.memory;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.dimos.core.Clock;
import org.dimos.core.array.Bytes;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportReport;

/**
 * Carries messages inside this process, between all transports that were opened with the same name: what a network does
 * for several processes. Whoever sends delivers.
 */
public final class MemoryTransport implements Transport {
    private static final Map<String, List<MemoryTransport>> HUBS = new ConcurrentHashMap<>();

    private final String name;
    private final List<MemoryTransport> hub;
    private final Clock clock = new SystemClock();
    private final List<Consumer<Packet>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong receivedBytes = new AtomicLong();

    private MemoryTransport(String name, List<MemoryTransport> hub) {
        this.name = name;
        this.hub = hub;
    }

    /**
     * Opens one more.
     *
     * @param name what it is called
     * @param hubName what it has in common with those it reaches
     */
    public static MemoryTransport open(String name, String hubName) {
        List<MemoryTransport> hub = HUBS.computeIfAbsent(hubName, unused -> new CopyOnWriteArrayList<>());
        MemoryTransport transport = new MemoryTransport(name, hub);
        hub.add(transport);
        return transport;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(String channel, Bytes payload) {
        sent.incrementAndGet();
        sentBytes.addAndGet(payload.length());
        Packet packet = new Packet(channel, payload, clock.nanos());
        hub.stream().filter(other -> other != this).forEach(other -> other.accept(packet));
    }

    private void accept(Packet packet) {
        if (!listeners.isEmpty()) {
            received.incrementAndGet();
            receivedBytes.addAndGet(packet.payload().length());
            listeners.forEach(listener -> listener.accept(packet));
        }
    }

    @Override
    public Disposable receive(Consumer<Packet> listener) {
        listeners.add(listener);
        return Disposable.fromRunnable(() -> listeners.remove(listener));
    }

    @Override
    public TransportReport report() {
        return new TransportReport(name, sent.get(), sentBytes.get(), received.get(), receivedBytes.get());
    }

    @Override
    public void close() {
        hub.remove(this);
        listeners.clear();
    }
}
