package org.dimos.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size in bytes: {@code 200MB}, {@code 1.5 GB}, {@code 512MiB}. */
final class SizeText implements ITypeConverter<Long> {
    private static final Pattern TEXT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) *([a-z]*)");
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 1L),
            Map.entry("kb", 1_000L),
            Map.entry("mb", 1_000_000L),
            Map.entry("gb", 1_000_000_000L),
            Map.entry("tb", 1_000_000_000_000L),
            Map.entry("kib", 1L << 10),
            Map.entry("mib", 1L << 20),
            Map.entry("gib", 1L << 30),
            Map.entry("tib", 1L << 40));
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 60);

    @Override
    public Long convert(String text) {
        Matcher parts = TEXT.matcher(text.toLowerCase(Locale.ROOT).strip());
        if (parts.matches() && UNITS.containsKey(parts.group(2))) {
            BigDecimal bytes = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(UNITS.get(parts.group(2))));
            if (bytes.compareTo(LARGEST) <= 0) {
                return bytes.longValue();
            }
        }
        throw new TypeConversionException("'" + text + "' is no size such as 200MB, 1.5GB or 512MiB");
    }
}
