package org.dimos.core.transport.lcm;

import java.net.SocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.function.Predicate;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;

/** Has datagrams assembled as soon as they come, on another thread than the one that takes them off the socket. */
final class Incoming implements Runnable {
    private final Clock clock = new SystemClock();
    private final DatagramChannel socket;
    private final Intake intake;
    private final Assembler assembler;

    Incoming(DatagramChannel socket, Predicate<SocketAddress> own, Assembler assembler) {
        this.socket = socket;
        this.assembler = assembler;
        this.intake = new Intake(socket, own, clock);
    }

    /** What takes datagrams off the socket, to be run on a thread of its own. */
    Runnable intake() {
        return intake;
    }

    @Override
    public void run() {
        try {
            while (socket.isOpen()) {
                Arrival next = intake.poll();
                if (next == null) {
                    assembler.giveUp(clock.nanos());
                } else {
                    assembler.accept(next);
                    intake.done(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            assembler.end();
        }
    }
}
