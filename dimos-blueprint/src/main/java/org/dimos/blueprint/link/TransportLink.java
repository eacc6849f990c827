package org.dimos.blueprint.link;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.dimos.core.Clock;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.transport.ChannelName;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportReport;

/** All streams of a graph on one transport. */
final class TransportLink {
    private final Transport transport;
    private final Executor senders;
    private final Clock clock;
    private final Map<String, StreamLink<?>> byStream = new ConcurrentHashMap<>();
    private final Map<String, StreamLink<?>> byWireName = new ConcurrentHashMap<>();
    private Disposable reception = Disposable.disposed();
    private boolean listening;
    private volatile boolean accepting;

    TransportLink(Transport transport, Executor senders, Clock clock) {
        this.transport = transport;
        this.senders = senders;
        this.clock = clock;
    }

    /**
     * Puts a stream on the transport; directions that are open already stay open.
     *
     * @throws IllegalArgumentException if the transport cannot carry it
     */
    synchronized <T> void join(Channel<T> channel, boolean sends, boolean receives) {
        StreamLink<?> link = byStream.get(channel.stream());
        if (link == null) {
            link = new StreamLink<>(channel, transport, senders, clock);
            byStream.put(channel.stream(), link);
            byWireName.put(link.wireName(), link);
        }
        link.open(sends, receives);
    }

    /** Listens from the opening of the bus on, so that what comes before costs no memory. */
    synchronized void listen(Bus bus) {
        boolean wanted = byStream.values().stream().anyMatch(StreamLink::receives);
        if (wanted && !listening) {
            reception = transport.receive(this::accept);
            listening = true;
            bus.whenOpen(() -> accepting = true);
        }
    }

    private void accept(Packet packet) {
        if (!accepting) {
            return;
        }
        StreamLink<?> link = byWireName.get(packet.channel());
        if (link != null) {
            link.accept(packet.payload());
        } else {
            ChannelName.parse(packet.channel())
                    .map(name -> byStream.get(name.stream()))
                    .ifPresent(other -> other.refuse(packet.channel()));
        }
    }

    synchronized void stopReceiving() {
        reception.dispose();
        byStream.values().forEach(StreamLink::stopReceiving);
    }

    List<LinkReport> links() {
        TransportReport carried = transport.report();
        return new TreeMap<>(byStream)
                .values().stream().map(link -> link.report(carried)).toList();
    }

    TransportReport report() {
        return transport.report();
    }

    /** Takes nothing more; what waits still goes out. */
    synchronized void stop() {
        reception.dispose();
        byStream.values().forEach(StreamLink::stop);
    }

    /** Ends; what waits is dropped. */
    void close() {
        byStream.values().forEach(StreamLink::close);
        transport.close();
    }
}
