package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.dimos.core.array.Bytes;
import org.dimos.core.time.SystemClock;
import org.dimos.core.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages. Large ones go one at a time, as receivers expect it of a sender, and slowly enough for them; small ones
 * go in between.
 */
final class Outgoing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final int MOST_FRAGMENTS = 65_535;
    /** As much as fits into what the system keeps for a receiver that asks for nothing. */
    private static final int BURST = 2 * Datagram.MOST_FRAGMENT;
    /** How many bytes a second a receiver takes that shares its processor. */
    private static final long BYTES_PER_SECOND = 100_000_000;
    /** A message as small as a command is never held up. */
    private static final int UNPACED = 8192;

    private static final int LONGEST_WAIT_NANOS = 50_000;

    private final InetSocketAddress group;
    private final int ttl;
    private final Traffic traffic;
    private final Pace pace;
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sequence = new AtomicInteger();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(Datagram.MOST);
    private final Object large = new Object();
    private DatagramChannel channel;
    private boolean closed;
    private boolean failing;

    Outgoing(LcmUrl url, Traffic traffic) {
        this.group = url.address();
        this.ttl = url.ttl();
        this.traffic = traffic;
        this.pace = new Pace(BURST, BYTES_PER_SECOND, new SystemClock());
        try {
            channel = open();
        } catch (IOException e) {
            throw new TransportException("no socket can be opened for LCM: " + e.getMessage(), e);
        }
    }

    private DatagramChannel open() throws IOException {
        DatagramChannel opened = DatagramChannel.open(StandardProtocolFamily.INET);
        opened.setOption(StandardSocketOptions.IP_MULTICAST_TTL, ttl);
        opened.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
        opened.bind(new InetSocketAddress("0.0.0.0", 0));
        ports.add(opened.socket().getLocalPort());
        return opened;
    }

    /** Whether a datagram with this sender came from here. */
    boolean isOwn(SocketAddress sender) {
        return sender instanceof InetSocketAddress from && ports.contains(from.getPort()) && isHere(from);
    }

    private static boolean isHere(InetSocketAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address.getAddress()) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    /** Sends a message; one that the system does not take is counted as lost. */
    void send(String channelName, Bytes payload) {
        byte[] name = channelName.getBytes(StandardCharsets.UTF_8);
        int size = Math.addExact(name.length + 1, payload.length());
        if (size > UNPACED && size <= Datagram.MOST_SMALL) {
            hold(pace.delay(size));
        }
        boolean sent = size <= Datagram.MOST_SMALL ? sendSmall(name, payload) : sendLarge(name, payload, size);
        if (sent) {
            traffic.sent(payload.length());
        } else {
            traffic.lost(Loss.NOT_SENT, channelName);
        }
    }

    private synchronized boolean sendSmall(byte[] name, Bytes payload) {
        buffer.clear()
                .putInt(Datagram.SMALL)
                .putInt(sequence.getAndIncrement())
                .put(name)
                .put((byte) 0);
        buffer.put(payload.asBuffer());
        return sendBuffer();
    }

    private boolean sendLarge(byte[] name, Bytes payload, int size) {
        int count = (size + Datagram.MOST_FRAGMENT - 1) / Datagram.MOST_FRAGMENT;
        if (count > MOST_FRAGMENTS) {
            throw new IllegalArgumentException("a message of " + size + " bytes is too long for LCM");
        }
        synchronized (large) {
            int message = sequence.getAndIncrement();
            int offset = 0;
            boolean sent = true;
            for (int number = 0; number < count && sent; number++) {
                int room = Datagram.MOST_FRAGMENT - (number == 0 ? name.length + 1 : 0);
                Bytes part = payload.slice(offset, Math.min(payload.length(), offset + room));
                hold(pace.delay(Datagram.MOST_FRAGMENT));
                sent = sendFragment(message, payload.length(), offset, number, count, name, part);
                offset += part.length();
            }
            return sent;
        }
    }

    private static void hold(long nanos) {
        if (nanos > LONGEST_WAIT_NANOS) {
            LockSupport.parkNanos(nanos);
        }
    }

    private synchronized boolean sendFragment(
            int message, int total, int offset, int number, int count, byte[] name, Bytes part) {
        buffer.clear().putInt(Datagram.FRAGMENT).putInt(message).putInt(total).putInt(offset);
        buffer.putShort((short) number).putShort((short) count);
        if (number == 0) {
            buffer.put(name).put((byte) 0);
        }
        buffer.put(part.asBuffer());
        return sendBuffer();
    }

    private boolean sendBuffer() {
        buffer.flip();
        try {
            if (!closed) {
                transmit();
                failing = false;
                return true;
            }
        } catch (IOException e) {
            if (!failing) {
                LOG.warn(
                        "messages cannot be sent to {}: {}; 'dimos doctor --network' tells more",
                        group,
                        e.getMessage());
            }
            failing = true;
        }
        return false;
    }

    /** An interrupted thread closes the socket that it sends on; what it sends still goes out, on a new one. */
    private void transmit() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            var unused = channel.send(buffer, group);
        } catch (ClosedChannelException e) {
            interrupted |= Thread.interrupted();
            channel = open();
            var unused = channel.send(buffer.rewind(), group);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("a socket was not closed", e);
        }
    }
}
