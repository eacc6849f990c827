package org.dimos.blueprint.verify;

import java.util.List;
import org.dimos.record.compare.StreamComparison;

/**
 * What came of verifying one stream. On the left is what it is compared with, on the right what the replay gave.
 *
 * @param comparison the comparison
 * @param basis what it was compared with
 * @param module the module that publishes the stream
 * @param inputs the last message of each of the module's inputs up to the first difference; none if all is equal
 */
public record Verified(StreamComparison comparison, Basis basis, String module, List<LastInput> inputs) {
    public Verified {
        inputs = List.copyOf(inputs);
    }

    /**
     * A message that a module may have heard last.
     *
     * @param stream its stream
     * @param id its number in the stream
     * @param nanos its time, nanoseconds since the epoch
     */
    public record LastInput(String stream, long id, long nanos) {}
}
