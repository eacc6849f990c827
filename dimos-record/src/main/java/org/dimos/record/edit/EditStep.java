package org.dimos.record.edit;

import java.util.List;

/**
 * One step of an edit. Streams are called what they are called at that step; no streams means all. Times are nanoseconds
 * since the epoch.
 */
public sealed interface EditStep {

    /** What it does, times as seconds from a start. */
    String describe(long startNanos);

    /** Keeps a span: what lies before and after it goes. A value that still holds at its start stays. */
    record Trim(List<String> streams, long fromNanos, long toNanos) implements EditStep {
        public Trim {
            streams = List.copyOf(streams);
        }

        @Override
        public String describe(long startNanos) {
            return "trim " + whom(streams) + " to " + span(fromNanos, toNanos, startNanos);
        }
    }

    /** Removes a span, which is a gap afterwards. */
    record DeleteRange(List<String> streams, long fromNanos, long toNanos) implements EditStep {
        public DeleteRange {
            streams = List.copyOf(streams);
        }

        @Override
        public String describe(long startNanos) {
            return "delete " + span(fromNanos, toNanos, startNanos) + " of " + whom(streams);
        }
    }

    /** Removes a stream with all that is known about it. */
    record RemoveStream(String stream) implements EditStep {
        @Override
        public String describe(long startNanos) {
            return "remove " + stream;
        }
    }

    /** Gives a stream another name. */
    record Rename(String stream, String newName) implements EditStep {
        @Override
        public String describe(long startNanos) {
            return "rename " + stream + " to " + newName;
        }
    }

    private static String whom(List<String> streams) {
        return streams.isEmpty() ? "everything" : String.join(", ", streams);
    }

    private static String span(long from, long to, long start) {
        return seconds(from, start) + " to " + seconds(to, start);
    }

    private static String seconds(long nanos, long start) {
        if (nanos == Long.MIN_VALUE) {
            return "the start";
        }
        return nanos == Long.MAX_VALUE ? "the end" : Math.round((nanos - start) / 1e6) / 1000.0 + " s";
    }
}
