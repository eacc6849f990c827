package org.dimos.record.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.edit.EditStep.Trim;

/** Takes a recording apart along its time. Each part is an edit of the whole, with the values that hold at its start. */
public final class Split {
    private static final int MOST_PARTS = 10_000;

    private Split() {}

    /**
     * The parts between points in time, from the first message to the last. Points outside of the recording count for
     * nothing.
     *
     * @param nanos nanoseconds since the epoch
     */
    public static List<EditedSource> at(Recording recording, long... nanos) {
        long start = recording.window().startNanos();
        long end = recording.window().endNanos();
        TreeSet<Long> bounds = new TreeSet<>();
        LongStream.of(nanos).filter(point -> point > start && point < end).forEach(bounds::add);
        bounds.add(Long.MAX_VALUE);
        List<EditedSource> parts = new ArrayList<>();
        long from = Long.MIN_VALUE;
        for (long to : bounds) {
            parts.add(new EditedSource(recording.source(), List.of(new Trim(List.of(), from, to))));
            from = to;
        }
        return parts;
    }

    /**
     * Parts of the same length; the last may be shorter.
     *
     * @throws RecordingException if there would be more than ten thousand
     */
    public static List<EditedSource> every(Recording recording, long lengthNanos) {
        long all = recording.window().length().toNanos();
        if (lengthNanos <= 0 || all / lengthNanos >= MOST_PARTS) {
            throw new RecordingException("parts of " + lengthNanos / 1e9 + " s would be more than " + MOST_PARTS
                    + " files; choose a greater length");
        }
        long start = recording.window().startNanos();
        return at(
                recording,
                LongStream.rangeClosed(1, all / lengthNanos)
                        .map(n -> start + n * lengthNanos)
                        .toArray());
    }
}
