package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few milliseconds what has come and takes all of it at once, on one thread: a fifth of the work of being woken for each
 * datagram. While much comes it looks so often that the system's buffer does not overflow.
 */
final class Onlooker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Onlooker.class);
    private static final int SIZE = 1 << 16;
    private static final long MUCH_BYTES = 1 << 16;
    private static final long CALM_NAP_NANOS = 5_000_000;
    private static final long SHORT_NAP_NANOS = 200_000;
    private static final long RESTLESS_NANOS = 1_000_000_000;
    private static final long PAUSE_NANOS = 100_000_000;

    private final DatagramChannel socket;
    private final Predicate<SocketAddress> own;
    private final Assembler assembler;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
    private final Clock clock = new SystemClock();
    private long restlessUntil;

    Onlooker(DatagramChannel socket, Predicate<SocketAddress> own, Assembler assembler) {
        this.socket = socket;
        this.own = own;
        this.assembler = assembler;
        this.restlessUntil = clock.nanos();
    }

    @Override
    public void run() {
        try {
            var unused = socket.configureBlocking(false);
            while (socket.isOpen()) {
                LockSupport.parkNanos(look());
            }
        } catch (IOException e) {
            LOG.debug("the socket is closed", e);
        } finally {
            assembler.end();
        }
    }

    /** Takes what is there, and answers until when to sleep. */
    private long look() throws ClosedChannelException {
        long taken = 0;
        try {
            for (int length = take(); length >= 0; length = take()) {
                taken += length;
            }
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            LOG.warn("nothing can be received for a moment: {}", e.getMessage());
            return PAUSE_NANOS;
        }
        long now = clock.nanos();
        assembler.giveUp(now);
        if (taken > MUCH_BYTES) {
            restlessUntil = now + RESTLESS_NANOS;
        }
        return now < restlessUntil ? SHORT_NAP_NANOS : CALM_NAP_NANOS;
    }

    /** The length of the next datagram; negative if there is none. */
    private int take() throws IOException {
        SocketAddress sender = socket.receive(bytes.clear());
        if (sender == null) {
            return -1;
        }
        int length = bytes.flip().remaining();
        if (!own.test(sender)) {
            assembler.accept(new Arrival(bytes, sender, clock.nanos()));
        }
        return length;
    }
}
