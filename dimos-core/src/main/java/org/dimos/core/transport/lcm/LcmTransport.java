package org.dimos.core.transport.lcm;

import io.reactivex.rxjava3.disposables.Disposable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dimos.core.array.Bytes;
import org.dimos.core.transport.ChannelName;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.TransportException;
import org.dimos.core.transport.TransportReport;
import org.jspecify.annotations.Nullable;

/**
 * Messages over UDP multicast, as LCM sends them. Several processes of a machine share a group and its port. Listening
 * begins with the first listener; who only sends has no thread.
 */
public final class LcmTransport implements Transport {
    /** What it is called. */
    public static final String NAME = "lcm";

    private static final long MOST_WAITING = 64L << 20;
    private static final int MEMORY_SHARE = 8;

    private final LcmUrl url;
    private final Traffic traffic = new Traffic();
    private final Outgoing outgoing;
    private final Delivery delivery;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Incoming incoming;
    private boolean closed;

    private LcmTransport(LcmUrl url) {
        this.url = url;
        this.outgoing = new Outgoing(url, traffic);
        this.delivery = new Delivery(share(), traffic);
    }

    /**
     * Opens the way to a group.
     *
     * @throws TransportException if this machine has no way to it
     */
    public static LcmTransport open(LcmUrl url) {
        if (url.isInMemory()) {
            throw new TransportException("'" + url + "' is no address of a network");
        }
        if (Multicast.route(url.address()).isEmpty()) {
            throw new TransportException("this machine has no route for multicast, so nothing reaches " + url + "; "
                    + String.join(" and ", NetworkCheck.ROUTE) + " mend it; 'dimos doctor --network' tells more");
        }
        return new LcmTransport(url);
    }

    /** What waits may hold a part of the memory there is. */
    private static long share() {
        return Math.min(MOST_WAITING, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Where messages go. */
    public LcmUrl url() {
        return url;
    }

    @Override
    public void send(String channel, Bytes payload) {
        int length = channel.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > ChannelName.LONGEST || channel.chars().anyMatch(letter -> letter <= ' ')) {
            throw new IllegalArgumentException(
                    "'" + channel + "' cannot be the name of a channel of LCM: it takes 1 to " + ChannelName.LONGEST
                            + " bytes without blanks, and this has " + length);
        }
        outgoing.send(channel, payload);
    }

    @Override
    public Disposable receive(Consumer<Packet> listener) {
        delivery.add(listener);
        try {
            listen();
        } catch (RuntimeException e) {
            delivery.remove(listener);
            throw e;
        }
        return Disposable.fromRunnable(() -> delivery.remove(listener));
    }

    private synchronized void listen() {
        if (incoming == null && !closed) {
            Incoming opened = new Incoming(url, outgoing::isOwn, delivery, traffic, share());
            incoming = opened;
            begin("lcm-deliver", delivery);
            begin("lcm-assemble", opened);
            begin("lcm-receive", opened.intake());
        }
    }

    private void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    @Override
    public TransportReport report() {
        return traffic.report(NAME);
    }

    @Override
    public synchronized void close() {
        closed = true;
        outgoing.close();
        if (incoming != null) {
            incoming.close();
        }
        delivery.close();
    }
}
