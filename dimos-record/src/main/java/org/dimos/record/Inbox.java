package org.dimos.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages of one stream that wait to be encoded, in order. Any thread may add; one encoder at a time takes, so that
 * the order stays.
 */
final class Inbox {
    private static final int URGENT_MESSAGES = 512;
    private static final long URGENT_BYTES = 256 << 10;

    private final ArrayDeque<Waiting> messages = new ArrayDeque<>();
    private long bytes;
    private boolean listed;
    private boolean open = true;

    /** Adds a message at the end. */
    synchronized Added add(Waiting message) {
        if (!open) {
            return Added.REFUSED;
        }
        boolean wasUrgent = isUrgent();
        messages.add(message);
        bytes += message.size();
        boolean first = !listed;
        listed = true;
        if (isUrgent() && (first || !wasUrgent)) {
            return first ? Added.FIRST_AND_URGENT : Added.URGENT;
        }
        return first ? Added.FIRST : Added.QUIETLY;
    }

    private boolean isUrgent() {
        return bytes >= URGENT_BYTES || messages.size() >= URGENT_MESSAGES;
    }

    /** Takes out the message that waits longest, if any. */
    synchronized Optional<Waiting> removeOldest() {
        Waiting oldest = messages.poll();
        if (oldest != null) {
            bytes -= oldest.size();
        }
        return Optional.ofNullable(oldest);
    }

    /** Takes the first messages, at least one if there is one, and not many more bytes than asked for. */
    synchronized List<Waiting> take(long wantedBytes) {
        List<Waiting> taken = new ArrayList<>();
        long size = 0;
        while (!messages.isEmpty() && size < wantedBytes) {
            Waiting next = messages.remove();
            taken.add(next);
            size += next.size();
        }
        bytes -= size;
        return taken;
    }

    /** Ends an encoder's turn; true if there is something for the next. */
    synchronized boolean endTurn() {
        listed = !messages.isEmpty();
        return listed;
    }

    /** Takes messages again. */
    synchronized void open() {
        open = true;
    }

    /** Takes no more messages; those that are there can still be taken. */
    synchronized void close() {
        open = false;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** What adding a message means to the encoders. */
    enum Added {
        /** It was not added. */
        REFUSED,
        /** They know that there is something. */
        QUIETLY,
        /** They have to be told. */
        FIRST,
        /** So much waits that they should begin at once. */
        URGENT,
        /** Both. */
        FIRST_AND_URGENT
    }
}
