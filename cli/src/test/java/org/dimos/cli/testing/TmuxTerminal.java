package org.dimos.cli.testing;

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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dimos.core.time.SystemClock;

/**
 * A real terminal of a chosen size in which the program runs: a tmux server of its own, without anybody's settings. A test
 * that opens one is skipped where there is no tmux.
 */
public final class TmuxTerminal implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final String SETTINGS = """
            set -g status off
            set -g mouse off
            set -s escape-time 0
            set -g default-terminal TERM_NAME
            """;

    private final TerminalSetup setup;
    private final Path folder;
    private int besides;

    private TmuxTerminal(TerminalSetup setup, Path folder) {
        this.setup = setup;
        this.folder = folder;
    }

    /** Starts the program with these words in a terminal of this size. Its state folder is in {@code folder}. */
    public static TmuxTerminal run(Path folder, int columns, int rows, String... words) {
        return TerminalSetup.of(folder, columns, rows).open(words);
    }

    /** The same with more variables in its environment, such as TERM. */
    public static TmuxTerminal run(
            Path folder, int columns, int rows, Map<String, String> environment, String... words) {
        return TerminalSetup.of(folder, columns, rows).with(environment).open(words);
    }

    static TmuxTerminal open(TerminalSetup setup, List<String> words) {
        assumeTrue(
                Commands.succeed(setup.folder(), List.of("tmux", "-V")),
                "tmux is not installed: nothing is tested in a terminal");
        TmuxTerminal terminal = new TmuxTerminal(setup, makeFolder(setup.folder()));
        terminal.start(words);
        return terminal;
    }

    private static Path makeFolder(Path parent) {
        try {
            return Files.createTempDirectory(parent, "tmux");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(List<String> words) {
        String term = setup.environment().getOrDefault("TERM", "screen-256color");
        write("tmux.conf", SETTINGS.replace("TERM_NAME", term));
        write("program.sh", script().of(words));
        List<String> session = new ArrayList<>(tmuxCommand("-f", file("tmux.conf"), "new-session", "-d", "-s", "test"));
        session.addAll(List.of("-x", Integer.toString(setup.columns()), "-y", Integer.toString(setup.rows())));
        session.add("sh " + ProgramScript.quoted(file("program.sh")));
        var unused = Commands.answer(folder, environment(), setup.wrapped(session));
    }

    private ProgramScript script() {
        return new ProgramScript(setup, folder);
    }

    /** Runs the program with other words in another window of the same terminal. */
    public Beside beside(String... words) {
        besides++;
        Beside beside = new Beside(this, folder, "beside" + besides);
        write(beside.name() + ".sh", script().of(beside, List.of(words)));
        String file = ProgramScript.quoted(file(beside.name() + ".sh"));
        String unused = tmux("new-window", "-d", "-t", "test", "sh " + file);
        return beside;
    }

    /** Closes the window in which the program runs, as a person does who is tired of it. */
    public void closeWindow() {
        tmux("kill-window", "-t", "test");
    }

    /** Where the program works, and keeps its state. */
    public Path folder() {
        return folder;
    }

    /** What it keeps of runs. */
    public Path state() {
        return folder.resolve("state");
    }

    /** Its own disk, as the others of this machine can see it. */
    public Path disk() {
        String server = value("#{pid}");
        return Path.of("/proc", server, "root").resolve(Path.of("/").relativize(folder.resolve(TerminalSetup.DISK)));
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
        String[] screen = {""};
        awaitTrue("the screen never " + what, () -> {
            screen[0] = screen();
            return expected.test(screen[0]);
        });
        return screen[0];
    }

    /** Waits until something has come about. */
    public void awaitTrue(String what, BooleanSupplier expected) {
        SystemClock clock = new SystemClock();
        long end = clock.nanos() + DEADLINE.toNanos();
        while (!expected.getAsBoolean()) {
            if (clock.nanos() > end) {
                throw new AssertionError("after " + DEADLINE.toSeconds() + " s: " + what + ":\n" + screen()
                        + "\nerrors:\n" + read("errors"));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Waits until the program has ended, and answers its exit code. */
    public int exitCode() {
        awaitTrue("the program never ended", () -> Files.exists(folder.resolve("code")));
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
        return Commands.answer(folder, environment(), tmuxCommand(words));
    }

    private List<String> tmuxCommand(String... words) {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", file("socket")));
        command.addAll(List.of(words));
        return command;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("DIMOS_STATE", state().toString());
        environment.putAll(setup.environment());
        return environment;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
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

    /** Ends all that runs in it, so that its files can be removed. */
    @Override
    public void close() {
        List<ProcessHandle> running = ProcessHandle.of(Long.parseLong(value("#{pid}"))).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        tmux("kill-server");
        for (ProcessHandle each : running) {
            boolean unused = each.destroyForcibly();
            each.onExit().orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
