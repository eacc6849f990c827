package org.dimos.cli;

import java.time.Duration;
import org.dimos.record.replay.GapSkipping;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the longest pause that is played, in seconds; without one only gaps are left out. */
final class SkippedPauses implements ITypeConverter<GapSkipping> {
    static final String NONE = "none";

    private static final Seconds SECONDS = new Seconds();

    @Override
    public GapSkipping convert(String text) {
        if (text.equals(NONE)) {
            return GapSkipping.NOTED;
        }
        Duration longest = SECONDS.convert(text);
        if (longest.isZero()) {
            throw new TypeConversionException(
                    "'" + text + "': the longest pause that is played must be longer than 0 s");
        }
        return GapSkipping.above(longest);
    }
}
