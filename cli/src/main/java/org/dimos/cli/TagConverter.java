package org.dimos.cli;

import org.dimos.record.RecordingException;
import org.dimos.record.selection.Tag;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a tag and its value: {@code scene=kitchen}, {@code level=3}, {@code good=true}, or a text in quotes. */
final class TagConverter implements ITypeConverter<Tag> {
    @Override
    public Tag convert(String text) {
        int end = text.indexOf('=');
        if (end < 0) {
            throw new TypeConversionException(
                    "'" + text + "' is no tag; it takes a name and a value such as scene=kitchen");
        }
        try {
            return new Tag(text.substring(0, end), value(text.substring(end + 1)));
        } catch (RecordingException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        try {
            return text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : (Object) number(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Numbers as JSON has them; words that Java would take for numbers are texts. */
    private static double number(String text) {
        if (!text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }
}
