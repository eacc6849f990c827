package org.dimos.record.edit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What saving made.
 *
 * @param file the new recording
 * @param original where the replaced file is, if it was kept
 * @param warnings what was not taken over, a sentence each
 */
public record Saved(Path file, Optional<Path> original, List<String> warnings) {
    public Saved {
        warnings = List.copyOf(warnings);
    }
}
