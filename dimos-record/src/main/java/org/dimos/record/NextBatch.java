package org.dimos.record;

import java.util.HashSet;
import java.util.Set;

/**
 * What of the waiting messages goes into the next transaction.
 *
 * @param messages how many of them, the first ones
 * @param size what they take
 */
record NextBatch(int messages, Batch size) {

    /**
     * As much as fits, one message at least.
     *
     * @param weight how many bytes of messages at most
     * @param footprint how many bytes the file may grow
     */
    static NextBatch of(Iterable<Ready> waiting, long weight, long footprint) {
        Set<String> streams = new HashSet<>();
        int messages = 0;
        long weightLeft = weight;
        long bytes = 0;
        for (Ready message : waiting) {
            long grown = bytes + message.row().footprint();
            if (weightLeft <= 0 || (messages > 0 && grown > footprint)) {
                break;
            }
            streams.add(message.stream().name());
            messages++;
            weightLeft -= message.weight();
            bytes = grown;
        }
        return new NextBatch(messages, new Batch(bytes, streams));
    }
}
