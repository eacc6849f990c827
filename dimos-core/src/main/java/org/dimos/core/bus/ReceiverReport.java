package org.dimos.core.bus;

/**
 * What became of the messages of a stream at one receiver. Everything that was sent to it was delivered, dropped, or
 * still waits.
 *
 * @param module the receiving module
 * @param delivery how it listens: {@code all}, {@code latest}, {@code sampled} or {@code recorded}
 * @param delivered messages handed to the module
 * @param dropped messages left out: no room, or a newer one took the place
 * @param waiting messages not handed over yet
 */
public record ReceiverReport(String module, String delivery, long delivered, long dropped, long waiting) {}
