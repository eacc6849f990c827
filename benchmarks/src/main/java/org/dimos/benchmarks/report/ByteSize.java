package org.dimos.benchmarks.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A size on the command line, such as {@code 250MiB} or {@code 5GB}. */
public final class ByteSize implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(k|m|g|)(i?)b?");

    @Override
    public Long convert(String text) {
        Matcher match = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new TypeConversionException("'" + text + "' is no size; 250MiB or 5GB would be one");
        }
        double unit = match.group(3).isEmpty() ? 1000 : 1024;
        int power =
                " kmg".indexOf(match.group(2).isEmpty() ? ' ' : match.group(2).charAt(0));
        return Math.round(Double.parseDouble(match.group(1)) * Math.pow(unit, power));
    }
}
