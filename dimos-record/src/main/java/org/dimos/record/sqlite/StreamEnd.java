package org.dimos.record.sqlite;

import java.util.List;

/** Where a stream ends in one file, to go on in the next. */
public final class StreamEnd {
    private final StreamSpec spec;
    private final long lastId;
    private final LatchedRows state;
    private final List<LatchedRow> latched;

    StreamEnd(StreamSpec spec, long lastId, LatchedRows state, List<LatchedRow> latched) {
        this.spec = spec;
        this.lastId = lastId;
        this.state = state;
        this.latched = List.copyOf(latched);
    }

    /** The stream. */
    public StreamSpec spec() {
        return spec;
    }

    /** The number of its last row. */
    public long lastId() {
        return lastId;
    }

    /** The rows whose values still hold, in their order; empty for a series of events. */
    public List<LatchedRow> latched() {
        return latched;
    }

    LatchedRows state() {
        return state;
    }

    /** The same without writing again what holds. */
    public StreamEnd withoutLatched() {
        return new StreamEnd(spec, lastId, state, List.of());
    }

    /** How much a file grows by the rows that hold at most. */
    public long footprint() {
        return latched.stream().mapToLong(value -> value.row().footprint()).sum();
    }
}
