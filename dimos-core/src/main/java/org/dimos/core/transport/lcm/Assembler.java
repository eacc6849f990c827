package org.dimos.core.transport.lcm;

import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dimos.core.transport.Packet;
import org.dimos.core.transport.lcm.Datagram.Fragment;
import org.dimos.core.transport.lcm.Datagram.Small;

/** Makes messages of the datagrams that come, and notes which did not. Belongs to one thread. */
final class Assembler {
    private static final String SELF_TEST = "LCM_SELF_TEST";
    private static final int MOST_SENDERS = 1024;

    private final Consumer<Packet> out;
    private final Traffic traffic;
    private final Reassembly reassembly;
    private final Map<SocketAddress, SequenceWindow> senders = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Nothing has come yet.
     *
     * @param out takes the messages
     * @param heldLimit how many bytes of messages that are not whole yet are kept
     */
    Assembler(Consumer<Packet> out, Traffic traffic, long heldLimit) {
        this.out = out;
        this.traffic = traffic;
        this.reassembly = new Reassembly(heldLimit, traffic);
    }

    /** Takes a datagram, whose bytes are free again after that. */
    void accept(Arrival arrival) {
        SocketAddress sender = arrival.sender();
        long now = arrival.nanos();
        giveUp(now);
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
            out.accept(new Packet(message.channel(), message.payload(), nanos));
        }
    }

    private SequenceWindow window(SocketAddress sender) {
        if (senders.size() >= MOST_SENDERS && !senders.containsKey(sender)) {
            SocketAddress quietest = senders.keySet().iterator().next();
            senders.remove(quietest);
        }
        return senders.computeIfAbsent(sender, unused -> new SequenceWindow());
    }

    /** Counts as lost what has waited for its rest too long. */
    void giveUp(long nanos) {
        reassembly.giveUp(nanos);
    }

    /** Nothing more comes. */
    void end() {
        reassembly.end();
    }
}
