package org.dimos.core.transport.lcm;

import java.net.SocketAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dimos.core.array.Bytes;
import org.dimos.core.transport.lcm.Datagram.Fragment;
import org.dimos.core.transport.lcm.Datagram.Small;

/**
 * Puts fragments together again. What half-received messages may hold is limited: the one that got nothing for the
 * longest time goes first, and one that got nothing for a second goes with the next fragment of any. Not safe to share.
 */
final class Reassembly {
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    /** What a fragment costs beside its bytes. */
    private static final int OVERHEAD = 192;

    private static final int MOST_PARTIALS = 4096;

    private record Key(SocketAddress sender, int sequence) {}

    private final long limit;
    private final Traffic traffic;
    /** Those that got a fragment last are last. */
    private final Map<Key, Partial> partials = new LinkedHashMap<>();

    private long held;

    /**
     * Made empty.
     *
     * @param limit how many bytes half-received messages may hold
     */
    Reassembly(long limit, Traffic traffic) {
        this.limit = limit;
        this.traffic = traffic;
    }

    /** Adds a fragment; answers the message if it is whole now. */
    Optional<Small> add(SocketAddress sender, Fragment fragment, long nanos) {
        giveUp(nanos);
        if (partials.size() >= MOST_PARTIALS) {
            giveUpFirst();
        }
        Key key = new Key(sender, fragment.sequence());
        Partial partial = partials.remove(key);
        if (partial == null) {
            partial = new Partial(fragment);
        }
        if (partial.isOver) {
            partials.put(key, partial);
            return Optional.empty();
        }
        return add(key, partial, fragment, nanos);
    }

    private Optional<Small> add(Key key, Partial partial, Fragment fragment, long nanos) {
        partials.put(key, partial);
        partial.nanos = nanos;
        if (fragment.number() == 0 && partial.channel.isEmpty()) {
            partial.channel = fragment.channel();
        }
        if (fragment.total() > limit) {
            end(partial, Loss.TOO_LARGE);
        } else if (!partial.fits(fragment)) {
            end(partial, Loss.MALFORMED);
        } else if (partial.add(fragment)) {
            held += fragment.data().length() + OVERHEAD;
            makeRoom(partial);
        }
        if (!partial.isWhole()) {
            return Optional.empty();
        }
        Optional<Small> message = partial.message(key.sequence());
        release(partial);
        if (message.isEmpty()) {
            traffic.lost(Loss.MALFORMED, partial.channel);
        }
        return message;
    }

    /** What is over is kept for a while, so that its other fragments do not begin it again. */
    private void end(Partial partial, Loss loss) {
        release(partial);
        traffic.lost(loss, partial.channel);
    }

    private void release(Partial partial) {
        held -= partial.size + (long) OVERHEAD * partial.fragments.size();
        partial.end();
    }

    private void makeRoom(Partial present) {
        Iterator<Partial> oldest = partials.values().iterator();
        while (held > limit && oldest.hasNext()) {
            Partial partial = oldest.next();
            if (partial != present && !partial.isOver) {
                end(partial, Loss.INCOMPLETE);
            }
        }
    }

    /** Gives up what got nothing for too long. */
    void giveUp(long nanos) {
        Iterator<Partial> oldest = partials.values().iterator();
        while (oldest.hasNext()) {
            Partial partial = oldest.next();
            if (nanos - partial.nanos <= PATIENCE_NANOS) {
                return;
            }
            giveUp(partial);
            oldest.remove();
        }
    }

    private void giveUpFirst() {
        Iterator<Partial> oldest = partials.values().iterator();
        giveUp(oldest.next());
        oldest.remove();
    }

    private void giveUp(Partial partial) {
        if (!partial.isOver) {
            end(partial, Loss.INCOMPLETE);
        }
    }

    /** Gives up all there is, since nothing more comes. */
    void end() {
        partials.values().forEach(this::giveUp);
        partials.clear();
    }

    /** How many bytes half-received messages hold. */
    long held() {
        return held;
    }

    /** A message of which there is a part. */
    private static final class Partial {
        private final int total;
        private final TreeMap<Integer, Fragment> fragments = new TreeMap<>();
        private final int count;
        private String channel = "";
        private long size;
        private long nanos;
        private boolean isOver;

        Partial(Fragment any) {
            this.total = any.total();
            this.count = any.count();
        }

        boolean fits(Fragment fragment) {
            return fragment.total() == total
                    && fragment.count() == count
                    && (fragments.containsKey(fragment.number())
                            || size + fragment.data().length() <= total);
        }

        /** False if it was there already. */
        boolean add(Fragment fragment) {
            if (fragments.putIfAbsent(fragment.number(), fragment) != null) {
                return false;
            }
            size += fragment.data().length();
            return true;
        }

        boolean isWhole() {
            return !isOver && fragments.size() == count;
        }

        /** The message, if its fragments cover it without gaps. */
        Optional<Small> message(int sequence) {
            byte[] payload = new byte[(int) size];
            int end = 0;
            for (Fragment fragment : fragments.values()) {
                if (fragment.offset() != end) {
                    return Optional.empty();
                }
                fragment.data().copyTo(payload, end);
                end += fragment.data().length();
            }
            return end == total ? Optional.of(new Small(sequence, channel, Bytes.wrap(payload))) : Optional.empty();
        }

        void end() {
            isOver = true;
            fragments.clear();
            size = 0;
        }
    }
}
