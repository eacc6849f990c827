package org.dimos.cli.studio.state;

/** What the colours of lanes mean. */
public enum Heat {
    /** Messages per second. */
    RATE,
    /** Bytes per second. */
    BYTES;

    /** The other one. */
    public Heat next() {
        return this == RATE ? BYTES : RATE;
    }

    /** What a person calls it. */
    public String text() {
        return this == RATE ? "rate" : "bytes";
    }
}
