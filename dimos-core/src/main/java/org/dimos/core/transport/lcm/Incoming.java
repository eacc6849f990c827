package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.TransportException;
import org.dimos.core.transport.lcm.Datagram.Fragment;
import org.dimos.core.transport.lcm.Datagram.Small;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes messages of the datagrams that come. */
final class Incoming implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
    private static final String SELF_TEST = "LCM_SELF_TEST";
    private static final int MOST_SENDERS = 1024;

    private final Clock clock = new SystemClock();
    private final DatagramChannel socket;
    private final Intake intake;
    private final Delivery delivery;
    private final Traffic traffic;
    private final Reassembly reassembly;
    private final Map<SocketAddress, SequenceWindow> senders = new LinkedHashMap<>(16, 0.75f, true);

    Incoming(LcmUrl url, Predicate<SocketAddress> own, Delivery delivery, Traffic traffic, long heldLimit) {
        this.delivery = delivery;
        this.traffic = traffic;
        this.reassembly = new Reassembly(heldLimit, traffic);
        try {
            this.socket = open(url);
        } catch (IOException e) {
            throw new TransportException(
                    "messages of " + url + " cannot be received: " + e.getMessage()
                            + "; 'dimos doctor --network' tells what to do",
                    e);
        }
        this.intake = new Intake(socket, own, clock);
    }

    /** What takes datagrams off the socket, to be run on a thread of its own. */
    Runnable intake() {
        return intake;
    }

    private static DatagramChannel open(LcmUrl url) throws IOException {
        InetSocketAddress group = url.address();
        Set<NetworkInterface> interfaces = Multicast.interfaces(group);
        if (interfaces.isEmpty()) {
            throw new IOException("no network interface of this machine can multicast");
        }
        DatagramChannel opened = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (opened.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                opened.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            opened.setOption(StandardSocketOptions.SO_RCVBUF, url.receiveBuffer());
            opened.bind(group);
            for (NetworkInterface each : interfaces) {
                var unused = opened.join(group.getAddress(), each);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void run() {
        try {
            while (socket.isOpen()) {
                Intake.Arrival next = intake.poll();
                if (next == null) {
                    reassembly.giveUp(clock.nanos());
                } else {
                    accept(next);
                    intake.done(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reassembly.end();
        }
    }

    private void accept(Intake.Arrival arrival) {
        SocketAddress sender = arrival.sender();
        long now = arrival.nanos();
        reassembly.giveUp(now);
        Optional<Datagram> datagram = Datagram.read(arrival.bytes());
        if (datagram.isEmpty()) {
            traffic.lost(Loss.MALFORMED, 1);
            return;
        }
        traffic.lost(Loss.MISSING, window(sender).note(datagram.get().sequence()));
        if (datagram.get() instanceof Small small) {
            deliver(small, now);
        } else if (datagram.get() instanceof Fragment fragment) {
            reassembly.add(sender, fragment, now).ifPresent(whole -> deliver(whole, now));
        }
    }

    private void deliver(Small message, long nanos) {
        if (!message.channel().equals(SELF_TEST)) {
            delivery.offer(new Packet(message.channel(), message.payload(), nanos));
        }
    }

    private SequenceWindow window(SocketAddress sender) {
        if (senders.size() >= MOST_SENDERS && !senders.containsKey(sender)) {
            SocketAddress quietest = senders.keySet().iterator().next();
            senders.remove(quietest);
        }
        return senders.computeIfAbsent(sender, unused -> new SequenceWindow());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a socket was not closed", e);
        }
    }
}
