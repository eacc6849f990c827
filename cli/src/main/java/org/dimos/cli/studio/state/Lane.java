package org.dimos.cli.studio.state;

/** What came of one stream, in bins of equal length. */
public final class Lane {
    private final long[] messages;
    private final long[] bytes;
    private final long[] lost;

    /** A lane of three rows of the same length. */
    public Lane(long[] messages, long[] bytes, long[] lost) {
        this.messages = messages.clone();
        this.bytes = bytes.clone();
        this.lost = lost.clone();
    }

    /** How many bins there are. */
    public int bins() {
        return messages.length;
    }

    /** How many messages came in a bin. */
    public long messages(int bin) {
        return messages[bin];
    }

    /** How many bytes they had. */
    public long bytes(int bin) {
        return bytes[bin];
    }

    /** How many messages were lost in it. */
    public long lost(int bin) {
        return lost[bin];
    }
}
