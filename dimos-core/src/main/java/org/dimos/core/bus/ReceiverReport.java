package org.dimos.core.bus;

/**
 * What became of the messages of a stream at one receiver, or at all that a module had of one kind and has no more.
 *
 * @param module the receiving module
 * @param delivery how it listens: {@code all}, {@code latest}, {@code sampled} or {@code recorded}
 * @param sent messages sent while it listened
 * @param delivered messages handed to the module
 * @param dropped messages left out: no room, or a newer one took the place
 * @param waiting messages not handed over yet
 */
public record ReceiverReport(String module, String delivery, long sent, long delivered, long dropped, long waiting) {

    /** One that knows only what came to it. */
    public ReceiverReport(String module, String delivery, long delivered, long dropped, long waiting) {
        this(module, delivery, delivered + dropped + waiting, delivered, dropped, waiting);
    }

    /** Whether it accounts for every message: sent = delivered + dropped. */
    public boolean isBalanced() {
        return delivered + dropped == sent;
    }

    ReceiverReport outOf(long offered) {
        return new ReceiverReport(module, delivery, offered, delivered, dropped, waiting);
    }

    ReceiverReport plusDropped(long more) {
        return new ReceiverReport(module, delivery, sent, delivered, dropped + more, waiting);
    }

    ReceiverReport plus(ReceiverReport other) {
        return new ReceiverReport(
                module,
                delivery,
                sent + other.sent,
                delivered + other.delivered,
                dropped + other.dropped,
                waiting + other.waiting);
    }
}
