package org.dimos.core.transport.lcm;

import io.reactivex.rxjava3.disposables.Disposable;
import java.io.IOException;
import java.nio.channels.DatagramChannel;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages over UDP multicast, as LCM sends them. Several processes of a machine share a group and its port. Listening
 * begins with the first listener; who only sends has no thread.
 */
public final class LcmTransport implements Transport {
    /** What it is called. */
    public static final String NAME = "lcm";

    private static final Logger LOG = LoggerFactory.getLogger(LcmTransport.class);
    private static final long MOST_WAITING = 64L << 20;
    private static final int MEMORY_SHARE = 8;

    private final LcmUrl url;
    private final boolean onlooking;
    private final Traffic traffic = new Traffic();
    private final Outgoing outgoing;
    private final Delivery delivery;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable DatagramChannel socket;
    private boolean closed;

    private LcmTransport(LcmUrl url, boolean onlooking) {
        this.url = url;
        this.onlooking = onlooking;
        this.outgoing = new Outgoing(url, traffic);
        this.delivery = new Delivery(share(), traffic);
    }

    /**
     * Opens the way to a group.
     *
     * @throws TransportException if this machine has no way to it
     */
    public static LcmTransport open(LcmUrl url) {
        return open(url, false);
    }

    /**
     * The same for somebody who only looks on: messages are handed over up to five milliseconds after they came, which takes a
     * fraction of the processor, and whoever listens keeps the next ones waiting.
     *
     * @throws TransportException if this machine has no way to it
     */
    public static LcmTransport onlook(LcmUrl url) {
        return open(url, true);
    }

    private static LcmTransport open(LcmUrl url, boolean onlooking) {
        if (url.isInMemory()) {
            throw new TransportException("'" + url + "' is no address of a network");
        }
        if (Multicast.route(url.address()).isEmpty()) {
            throw new TransportException("this machine has no route for multicast, so nothing reaches " + url + "; "
                    + String.join(" and ", NetworkCheck.ROUTE) + " mend it; 'dimos doctor --network' tells more");
        }
        return new LcmTransport(url, onlooking);
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
        if (socket == null && !closed) {
            DatagramChannel opened = GroupSocket.open(url);
            socket = opened;
            if (onlooking) {
                Assembler assembler = new Assembler(delivery::handOver, traffic, share());
                begin("lcm-look", new Onlooker(opened, outgoing::isOwn, assembler));
            } else {
                Assembler assembler = new Assembler(delivery::offer, traffic, share());
                Incoming incoming = new Incoming(opened, outgoing::isOwn, assembler);
                begin("lcm-deliver", delivery);
                begin("lcm-assemble", incoming);
                begin("lcm-receive", incoming.intake());
            }
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
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("a socket was not closed", e);
            }
        }
        delivery.close();
    }
}
