package org.dimos.record.overview;

import java.util.List;
import java.util.Optional;
import org.dimos.record.selection.TimeEdges;

/**
 * The streams of a recording over a span of time, all divided into the same bins.
 *
 * @param edges where the bins begin and end, nanoseconds since the epoch
 * @param lanes one for each stream that is played, in the order of the recording
 */
public record Lanes(TimeEdges edges, List<Lane> lanes) {
    public Lanes {
        lanes = List.copyOf(lanes);
    }

    /** How many bins there are. */
    public int bins() {
        return edges.bins();
    }

    /** Whether all numbers of messages are exact; otherwise {@link Overview#prepare} makes them so, as far as it can. */
    public boolean exact() {
        return lanes.stream().allMatch(Lane::exact);
    }

    /** The lane of a stream, by the name it is played under. */
    public Optional<Lane> lane(String stream) {
        return lanes.stream().filter(lane -> lane.name().equals(stream)).findFirst();
    }
}
