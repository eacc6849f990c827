package org.dimos.record.exports;

import java.util.Optional;

/**
 * How a recording is exported.
 *
 * @param format the format; empty for the one that the target's name ends with
 * @param compression how the file is compressed; empty for the format's usual way
 */
public record ExportOptions(Optional<String> format, Optional<String> compression) {

    /** By the target's name, compressed as usual. */
    public static ExportOptions defaults() {
        return new ExportOptions(Optional.empty(), Optional.empty());
    }

    /** The same compressed in a given way. */
    public ExportOptions withCompression(String name) {
        return new ExportOptions(format, Optional.of(name));
    }
}
