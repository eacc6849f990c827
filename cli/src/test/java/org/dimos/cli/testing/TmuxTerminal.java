package org.dimos.cli.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dimos.cli.Dimos;
import org.dimos.core.time.SystemClock;

/**
 * A real terminal of a chosen size in which the program runs: a tmux server of its own, without anybody's settings. A test
 * that opens one is skipped where there is no tmux.
 */
public final class TmuxTerminal implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final String SETTINGS = """
            set -g status off
            set -g mouse off
            set -s escape-time 0
            set -g default-terminal TERM_NAME
            """;

    private final Path folder;
    private final Map<String, String> environment;

    private TmuxTerminal(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Starts the program with these words in a terminal of this size. Its state folder is in {@code folder}. */
    public static TmuxTerminal run(Path folder, int columns, int rows, String... words) {
        return run(folder, columns, rows, Map.of(), words);
    }

    /** The same with more variables in its environment, such as TERM. */
    public static TmuxTerminal run(
            Path folder, int columns, int rows, Map<String, String> environment, String... words) {
        assumeTrue(isInstalled(), "tmux is not installed: nothing is tested in a terminal");
        TmuxTerminal terminal = new TmuxTerminal(makeFolder(folder), environment);
        terminal.start(columns, rows, List.of(words));
        return terminal;
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Path makeFolder(Path parent) {
        try {
            return Files.createTempDirectory(parent, "tmux");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(int columns, int rows, List<String> words) {
        String term = environment.getOrDefault("TERM", "screen-256color");
        write("tmux.conf", SETTINGS.replace("TERM_NAME", term));
        write("program.sh", script(words, columns));
        tmux(
                "-f",
                folder.resolve("tmux.conf").toString(),
                "new-session",
                "-d",
                "-s",
                "test",
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(rows),
                "sh " + quoted(folder.resolve("program.sh").toString()));
    }

    /** The shell outlives Ctrl-C and the program, as a person's shell does, and tells how that left the terminal. */
    private String script(List<String> words, int columns) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddimos.terminal=true",
                "-Ddimos.keys=true",
                "-Ddimos.columns=" + columns,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Dimos.class.getName()));
        command.addAll(words);
        String program = command.stream().map(TmuxTerminal::quoted).collect(Collectors.joining(" "));
        return "cd " + quoted(folder.toString()) + "\ntrap : INT\nstty -a >before\n" + program
                + " 2>errors\ncode=$?\nstty -a >after\nprintf 'exit code %d\\n' $code\n"
                + "echo $code >code.part\nmv code.part code\nexec cat\n";
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Types characters as they are. */
    public void type(String text) {
        tmux("send-keys", "-t", "test", "-l", "--", text);
    }

    /** Presses keys by the names tmux has for them, such as Left, Enter, Escape, C-c, F1, PPage. */
    public void press(String... keys) {
        for (String key : keys) {
            tmux("send-keys", "-t", "test", "--", key);
        }
    }

    /** Presses and lets go the left button of the mouse on a cell, counted from 1, as a program is told that asked for it. */
    public void click(int column, int row) {
        String place = ";" + column + ";" + row;
        type("\u001b[<0" + place + "M\u001b[<0" + place + "m");
    }

    /** Turns the wheel on a cell. */
    public void wheel(int column, int row, boolean up) {
        type("\u001b[<" + (up ? 64 : 65) + ";" + column + ";" + row + "M");
    }

    /** Gives the terminal another size, as when a person drags the corner of a window. */
    public void resize(int columns, int rows) {
        tmux("resize-window", "-t", "test", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
    }

    /** What is on the screen, a line for each row, without colours and without blanks at the ends of lines. */
    public String screen() {
        return tmux("capture-pane", "-t", "test", "-p");
    }

    /** The same with what sets colours. */
    public String colouredScreen() {
        return tmux("capture-pane", "-t", "test", "-p", "-e");
    }

    /** A value that tmux knows, such as {@code #{alternate_on}}, {@code #{cursor_flag}}, {@code #{mouse_any_flag}}. */
    public String value(String format) {
        return tmux("display-message", "-t", "test", "-p", format).strip();
    }

    /** The process that runs in the terminal: the program itself, below the shell that started it. */
    public ProcessHandle program() {
        long shell = Long.parseLong(value("#{pane_pid}"));
        return ProcessHandle.of(shell).stream()
                .flatMap(ProcessHandle::children)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the program does not run any more:\n" + screen()));
    }

    /** Waits until the screen shows a text, and answers the screen. */
    public String await(String text) {
        return await("shows '" + text + "'", screen -> screen.contains(text));
    }

    /** Waits until a part of the screen matches, and answers the screen. */
    public String await(Pattern pattern) {
        return await("shows " + pattern, screen -> pattern.matcher(screen).find());
    }

    /** Waits until the screen is as it should be, and answers it. */
    public String await(String what, Predicate<String> expected) {
        SystemClock clock = new SystemClock();
        long end = clock.nanos() + DEADLINE.toNanos();
        String screen = screen();
        while (!expected.test(screen)) {
            if (clock.nanos() > end) {
                throw new AssertionError("after " + DEADLINE.toSeconds() + " s the screen never " + what + ":\n"
                        + screen + "\nerrors:\n" + read("errors"));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            screen = screen();
        }
        return screen;
    }

    /** Waits until the program has ended, and answers its exit code. */
    public int exitCode() {
        await("shows the end of the program", screen -> Files.exists(folder.resolve("code")));
        return Integer.parseInt(read("code").strip());
    }

    /** What the program wrote beside the screen, without what newer JVMs say about native libraries. */
    public String errors() {
        return read("errors")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
                .collect(Collectors.joining("\n"));
    }

    /** Fails unless the program, which has ended, left the terminal as it found it. */
    public void assertRestored() {
        assertThat(settings("after")).as("stty -a after the program").isEqualTo(settings("before"));
        assertThat(value("#{alternate_on} #{mouse_any_flag} #{cursor_flag} #{keypad_cursor_flag} #{keypad_flag}"))
                .as("alternate screen, mouse, cursor, keys of the cursor and of the pad")
                .isEqualTo("0 0 1 0 0");
    }

    /** What stty says but for the size and the line discipline, whose number JLine makes up and Linux ignores. */
    private String settings(String file) {
        return read(file).replaceAll("rows \\d+; columns \\d+; line = \\d+;", "");
    }

    private String tmux(String... words) {
        List<String> command = new ArrayList<>(
                List.of("tmux", "-u", "-S", folder.resolve("socket").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("TMUX", "TMUX_PANE", "COLORTERM", "NO_COLOR", "TERM_PROGRAM"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("DIMOS_STATE", folder.resolve("state").toString());
        environment.forEach(builder.environment()::put);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, answer).isZero();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void write(String name, String content) {
        try {
            var unused = Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String name) {
        try {
            return Files.exists(folder.resolve(name)) ? Files.readString(folder.resolve(name)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    @Override
    public void close() {
        tmux("kill-server");
    }
}
