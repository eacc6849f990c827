package org.dimos.cli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program in another window of a terminal. What it writes goes into files.
 *
 * @param terminal which has the window
 * @param folder where the files are
 * @param name what they are called
 */
public record Beside(TmuxTerminal terminal, Path folder, String name) {

    /** The shell's words for a command: it tells its process and its exit code. */
    String script(String command) {
        String file = "'" + name + "'";
        return command + " >" + file + ".out 2>" + file + ".err &\necho $! >" + file + ".part\nmv " + file + ".part "
                + file + ".pid\nwait $!\necho $? >" + file + ".part\nmv " + file + ".part " + file + ".code\n";
    }

    /** Its process, as soon as there is one. */
    public ProcessHandle process() {
        terminal.awaitTrue(name + " never started", () -> Files.exists(file("pid")));
        long pid = Long.parseLong(read("pid").strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(name + " has ended: " + errors()));
    }

    /** Waits until it has ended, and answers its exit code. */
    public int exitCode() {
        terminal.awaitTrue(name + " never ended", () -> Files.exists(file("code")));
        return Integer.parseInt(read("code").strip());
    }

    /** What it wrote. */
    public String output() {
        return read("out");
    }

    /** What it complained about. */
    public String errors() {
        return read("err");
    }

    private Path file(String ending) {
        return folder.resolve(name + "." + ending);
    }

    private String read(String ending) {
        try {
            return Files.exists(file(ending)) ? Files.readString(file(ending)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
