package org.dimos.blueprint.introspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a graph's time is. */
public enum RunMode {
    /** Wall time. */
    LIVE,
    /** That of a recording, which is played. */
    REPLAY,
    /** That of a recording, in lockstep. */
    LOCKSTEP;

    /** As people and scripts read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RunMode> of(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text().equals(text)).findFirst();
    }
}
