package org.dimos.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the parts of a recording are called.
 *
 * @param before what comes before the number
 * @param digits how many digits the number has at least
 * @param after what comes after it
 */
record PartPaths(String before, int digits, String after) {
    private static final Pattern NUMBER = Pattern.compile("(.*)%(?:0?(\\d))?d(.*)");
    private static final int USUAL_DIGITS = 3;

    /** As the user wrote it: a folder, a name with a place for the number, or nothing. */
    static PartPaths of(Path file, Optional<String> output) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : ".db";
        if (output.isEmpty()) {
            return new PartPaths(file.resolveSibling(stem + "-").toString(), USUAL_DIGITS, ending);
        }
        String text = output.get();
        Matcher numbered = NUMBER.matcher(text);
        if (numbered.matches()) {
            int digits = numbered.group(2) == null ? 1 : Integer.parseInt(numbered.group(2));
            return new PartPaths(numbered.group(1), digits, numbered.group(3));
        }
        if (text.endsWith("/") || Files.isDirectory(Path.of(text))) {
            return new PartPaths(Path.of(text, stem + "-").toString(), USUAL_DIGITS, ending);
        }
        throw new UsageException(
                "'" + text + "' names one file only; name a folder, or a file with %03d for the number");
    }

    Path path(int number) {
        String text = Integer.toString(number);
        return Path.of(before + "0".repeat(Math.max(0, digits - text.length())) + text + after);
    }
}
