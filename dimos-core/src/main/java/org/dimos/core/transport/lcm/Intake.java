package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.dimos.core.Clock;
import org.dimos.core.time.RealTimePriority;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes datagrams off the socket as fast as they come and does nothing else: what the system keeps is often less than one
 * large message, and a sender may send that at once. For the same reason its thread goes before others where the system grants that.
 */
final class Intake implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int SIZE = 1 << 16;
    /** A message of 10 MB has 153 fragments, and to make room while it comes would take too long. */
    private static final int SLOTS_AT_FIRST = 160;

    private static final int MOST_SLOTS = 256;

    private static final long PAUSE_NANOS = 100_000_000L;
    private static final long PATIENCE_MILLIS = 1000;

    private final DatagramChannel socket;
    private final Predicate<SocketAddress> own;
    private final Clock clock;
    private final BlockingQueue<ByteBuffer> free = new LinkedBlockingQueue<>();
    private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
    private int slots;

    Intake(DatagramChannel socket, Predicate<SocketAddress> own, Clock clock) {
        this.socket = socket;
        this.own = own;
        this.clock = clock;
        for (; slots < SLOTS_AT_FIRST; slots++) {
            free.add(ByteBuffer.allocateDirect(SIZE));
        }
    }

    /** The next datagram, to be given back with {@link #done}, or null if none came for a while. */
    @Nullable
    Arrival poll() throws InterruptedException {
        return arrived.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Gives back the bytes of a datagram. */
    void done(Arrival arrival) {
        free.add(arrival.bytes());
    }

    @Override
    public void run() {
        RealTimePriority.requestSoon();
        try {
            while (socket.isOpen()) {
                receive(slot());
            }
        } catch (ClosedChannelException e) {
            LOG.debug("the socket is closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ByteBuffer slot() throws InterruptedException {
        ByteBuffer next = free.poll();
        if (next != null) {
            return next;
        }
        if (slots < MOST_SLOTS) {
            slots++;
            return ByteBuffer.allocateDirect(SIZE);
        }
        return free.take();
    }

    private void receive(ByteBuffer slot) throws ClosedChannelException {
        try {
            SocketAddress sender = socket.receive(slot.clear());
            if (sender != null && !own.test(sender)) {
                arrived.add(new Arrival(slot.flip(), sender, clock.nanos()));
            } else {
                free.add(slot);
            }
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            free.add(slot);
            LOG.warn("nothing can be received for a moment: {}", e.getMessage());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
