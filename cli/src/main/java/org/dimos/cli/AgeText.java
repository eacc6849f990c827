package org.dimos.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time: {@code 90} seconds, {@code 30m}, {@code 24h}, {@code 7d}. */
final class AgeText implements ITypeConverter<Duration> {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) *([smhd]?)");
    private static final Map<String, Long> UNITS = Map.of("", 1L, "s", 1L, "m", 60L, "h", 3600L, "d", 86_400L);
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(36_500).toSeconds());

    @Override
    public Duration convert(String text) {
        Matcher parts = TEXT.matcher(text);
        if (parts.matches()) {
            BigDecimal seconds =
                    new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(UNITS.getOrDefault(parts.group(2), 1L)));
            if (seconds.signum() > 0 && seconds.compareTo(LONGEST) <= 0) {
                return Duration.ofNanos(seconds.movePointRight(9).longValue());
            }
        }
        throw new TypeConversionException("'" + text + "' is no length of time such as 90s, 30m, 24h or 7d");
    }
}
