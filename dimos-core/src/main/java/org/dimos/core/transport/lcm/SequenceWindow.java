package org.dimos.core.transport.lcm;

/**
 * Finds out from the numbers of a sender's messages how many did not come. One that only came late is not missing. A
 * sender that begins anew, with numbers far from before, has lost none by that.
 */
final class SequenceWindow {
    private static final int WIDTH = Long.SIZE;
    /** More than that in a row is not lost but somebody else's numbering. */
    private static final int MOST_GAP = 100_000;

    private boolean begun;
    private int highest;
    /** Bit n: the message n before the highest was seen. */
    private long seen;

    private long missing;

    /** Notes a number; answers by how much more, or less, messages are missing now. */
    long note(int sequence) {
        int step = sequence - highest;
        if (!begun || step > MOST_GAP || step <= -WIDTH) {
            begun = true;
            highest = sequence;
            seen = ~0L;
            return 0;
        }
        long change = step > 0 ? forward(step) : backward(-step);
        highest = step > 0 ? sequence : highest;
        missing += change;
        return change;
    }

    private long forward(int step) {
        seen = (step >= WIDTH ? 0 : seen << step) | 1;
        return step - 1L;
    }

    private long backward(int age) {
        long bit = 1L << age;
        boolean late = (seen & bit) == 0;
        seen |= bit;
        return late ? -1 : 0;
    }

    /** How many are missing so far. */
    long missing() {
        return missing;
    }
}
