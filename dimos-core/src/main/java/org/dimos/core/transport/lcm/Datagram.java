package org.dimos.core.transport.lcm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dimos.core.array.Bytes;

/** One datagram of LCM: a small message, or a fragment of a large one. */
sealed interface Datagram {
    /** {@code LC02}. */
    int SMALL = 0x4c433032;

    /** {@code LC03}. */
    int FRAGMENT = 0x4c433033;

    /** What a small message and its channel, with its end, may take. Senders on Linux; receivers take any size. */
    int MOST_SMALL = 65_499;

    /** What a fragment may take, with the channel in the first. */
    int MOST_FRAGMENT = 65_487;

    /** The longest datagram there is. */
    int MOST = 65_507;

    int SMALL_HEADER = 8;
    int FRAGMENT_HEADER = 20;

    /** The number of the message at its sender. */
    int sequence();

    /** A whole message. */
    record Small(int sequence, String channel, Bytes payload) implements Datagram {}

    /**
     * A part of one.
     *
     * @param total how long the payload of the message is
     * @param offset where in it this part is
     * @param number which of its fragments it is, from 0
     * @param count how many fragments it has
     * @param channel the channel; empty in all fragments but the first
     * @param data the part
     */
    record Fragment(int sequence, int total, int offset, int number, int count, String channel, Bytes data)
            implements Datagram {}

    /** Reads one; empty if the bytes are none. */
    static Optional<Datagram> read(ByteBuffer in) {
        if (in.remaining() < SMALL_HEADER) {
            return Optional.empty();
        }
        return switch (in.getInt()) {
            case SMALL -> small(in.getInt(), in);
            case FRAGMENT -> fragment(in.getInt(), in);
            default -> Optional.empty();
        };
    }

    private static Optional<Datagram> small(int sequence, ByteBuffer in) {
        return channel(in).map(channel -> new Small(sequence, channel, rest(in)));
    }

    private static Optional<Datagram> fragment(int sequence, ByteBuffer in) {
        if (in.remaining() < FRAGMENT_HEADER - SMALL_HEADER) {
            return Optional.empty();
        }
        int total = in.getInt();
        int offset = in.getInt();
        int number = Short.toUnsignedInt(in.getShort());
        int count = Short.toUnsignedInt(in.getShort());
        if (number >= count || total < 0 || offset < 0) {
            return Optional.empty();
        }
        Optional<String> channel = number == 0 ? channel(in) : Optional.of("");
        return channel.filter(name -> (long) offset + in.remaining() <= total)
                .map(name -> new Fragment(sequence, total, offset, number, count, name, rest(in)));
    }

    /** The text up to its end; empty if it has none, or has characters that no name has. */
    private static Optional<String> channel(ByteBuffer in) {
        int start = in.position();
        for (int at = start; at < in.limit(); at++) {
            byte letter = in.get(at);
            if (letter == 0 && at > start) {
                byte[] name = new byte[at - start];
                in.get(name);
                in.get();
                return Optional.of(new String(name, StandardCharsets.UTF_8));
            }
            if ((letter >= 0 && letter <= ' ') || letter == 0x7F) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Bytes rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return Bytes.wrap(rest);
    }
}
