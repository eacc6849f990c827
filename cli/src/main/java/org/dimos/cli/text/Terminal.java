package org.dimos.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the program writes and what can be shown there.
 *
 * @param out what was asked for
 * @param err mistakes and progress
 * @param interactive whether a person looks at {@code out}: then colours and a line that changes are in place
 * @param colours whether to use colours
 * @param columns how wide a line may be; {@link Integer#MAX_VALUE} in a pipe
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, boolean colours, int columns) {
    private static final int USUAL_COLUMNS = 80;
    private static final int LEAST_COLUMNS = 40;
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    /** The standard streams of this process, as UTF-8. The launcher says in system properties what they are. */
    public static Terminal ofProcess(Map<String, String> environment) {
        boolean interactive = Boolean.getBoolean("dimos.terminal");
        boolean colours = interactive
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        int columns = Math.max(LEAST_COLUMNS, Integer.getInteger("dimos.columns", USUAL_COLUMNS));
        return new Terminal(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                interactive,
                colours,
                interactive ? columns : Integer.MAX_VALUE);
    }

    /** A terminal nobody looks at. */
    public static Terminal of(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, false, false, Integer.MAX_VALUE);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Writes a line of what was asked for. */
    public void print(String line) {
        out.println(line);
    }

    /** Writes lines of what was asked for. */
    public void print(Iterable<String> lines) {
        lines.forEach(out::println);
    }

    /** Writes sentences, each broken into lines that fit, which begin {@code indent} blanks to the right. */
    public void printWrapped(int indent, Iterable<String> sentences) {
        sentences.forEach(sentence -> print(Wrap.of(plain(sentence), columns, indent)));
    }

    /** Writes a line beside what was asked for, at once. */
    public void note(String line) {
        out.flush();
        err.println(line);
        err.flush();
    }

    /** Writes a warning beside what was asked for. */
    public void warn(String warning) {
        note(yellow("dimos: " + plain(warning)));
    }

    /** The text in bold where colours are in place. */
    public String bold(String text) {
        return styled("1", text);
    }

    /** The text in green where colours are in place. */
    public String green(String text) {
        return styled("32", text);
    }

    /** The text in red where colours are in place. */
    public String red(String text) {
        return styled("31", text);
    }

    /** The text in yellow where colours are in place. */
    public String yellow(String text) {
        return styled("33", text);
    }

    private String styled(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Text from outside without the characters that would steer a terminal. */
    public static String plain(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
