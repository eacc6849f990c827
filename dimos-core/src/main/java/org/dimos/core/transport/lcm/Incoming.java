package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.TransportException;
import org.dimos.core.transport.lcm.Datagram.Fragment;
import org.dimos.core.transport.lcm.Datagram.Small;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes datagrams off the socket, on one thread that does nothing slow, and makes messages of them. */
final class Incoming implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
    private static final String SELF_TEST = "LCM_SELF_TEST";
    private static final int MOST_SENDERS = 1024;
    private static final long PAUSE_NANOS = 100_000_000L;

    private final Clock clock = new SystemClock();
    private final DatagramChannel socket;
    private final Predicate<SocketAddress> own;
    private final Delivery delivery;
    private final Traffic traffic;
    private final Reassembly reassembly;
    private final Map<SocketAddress, SequenceWindow> senders = new LinkedHashMap<>(16, 0.75f, true);

    Incoming(LcmUrl url, Predicate<SocketAddress> own, Delivery delivery, Traffic traffic, long heldLimit) {
        this.own = own;
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
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        try {
            while (socket.isOpen()) {
                receive(buffer);
            }
        } catch (ClosedChannelException e) {
            LOG.debug("the socket is closed", e);
        } finally {
            reassembly.end();
        }
    }

    private void receive(ByteBuffer buffer) throws ClosedChannelException {
        try {
            SocketAddress sender = socket.receive(buffer.clear());
            if (sender != null && !own.test(sender)) {
                accept(sender, buffer.flip());
            }
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            LOG.warn("nothing can be received for a moment: {}", e.getMessage());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void accept(SocketAddress sender, ByteBuffer bytes) {
        long now = clock.nanos();
        reassembly.giveUp(now);
        Optional<Datagram> datagram = Datagram.read(bytes);
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
