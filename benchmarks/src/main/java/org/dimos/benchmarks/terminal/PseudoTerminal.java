package org.dimos.benchmarks.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A program on a terminal of a chosen size, without anybody who would have to draw it: the pseudo terminal of
 * {@code script}, which is part of util-linux. Notes when the program writes.
 */
public final class PseudoTerminal implements AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final int BUFFER = 8192;

    private final Process process;
    private final Writer keys;
    private final TextScreen screen;
    private final long started = System.nanoTime();
    private long wrote = started - 1;

    /** How many characters it has. */
    public record Size(int columns, int rows) {
        /** Of a text such as 80x24. */
        public static Size of(String text) {
            String[] numbers = text.split("x", -1);
            return new Size(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        }

        @Override
        public String toString() {
            return columns + "x" + rows;
        }
    }

    private PseudoTerminal(Process process, Size size) {
        this.process = process;
        this.keys = process.outputWriter(StandardCharsets.UTF_8);
        this.screen = new TextScreen(size.columns(), size.rows());
    }

    /** Starts a program. */
    public static PseudoTerminal start(Size size, Map<String, String> environment, List<String> command)
            throws IOException {
        String words = command.stream().map(PseudoTerminal::quoted).collect(Collectors.joining(" "));
        String line = "stty cols " + size.columns() + " rows " + size.rows() + "; exec " + words;
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", line, "/dev/null").redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("COLUMNS", "LINES", "NO_COLOR"));
        builder.environment().putAll(Map.of("TERM", "xterm-256color", "LC_ALL", "C.UTF-8"));
        builder.environment().putAll(environment);
        PseudoTerminal terminal = new PseudoTerminal(builder.start(), size);
        Thread thread = new Thread(terminal::read, "terminal");
        thread.setDaemon(true);
        thread.start();
        return terminal;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private void read() {
        char[] buffer = new char[BUFFER];
        try (InputStream bytes = process.getInputStream();
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
                show(buffer, length);
            }
        } catch (IOException e) {
            // the program is gone
        }
    }

    private synchronized void show(char[] characters, int length) {
        wrote = System.nanoTime();
        for (int i = 0; i < length; i++) {
            screen.feed(characters[i]);
        }
        notifyAll();
    }

    /** When it was started, on the clock of {@link System#nanoTime}. */
    public long started() {
        return started;
    }

    /** Presses keys, as the bytes that they send, and answers when. */
    public long type(String text) throws IOException {
        long now = System.nanoTime();
        keys.write(text);
        keys.flush();
        return now;
    }

    /** What is on the screen now. */
    public synchronized String text() {
        return screen.text();
    }

    /** Waits until the screen is as it should be, and answers when that came. */
    public synchronized long await(Predicate<String> expected) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!expected.test(screen.text())) {
            waitUntil(end);
            requireBefore(end);
        }
        return wrote;
    }

    /** Waits until the program has written after a time, and then nothing for a while; answers when it wrote last. */
    public synchronized long settled(long since, Duration quiet) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (wrote < since) {
            waitUntil(end);
            requireBefore(end);
        }
        while (System.nanoTime() < wrote + quiet.toNanos()) {
            waitUntil(wrote + quiet.toNanos());
            requireBefore(end);
        }
        return wrote;
    }

    private void waitUntil(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedWait(this, nanos - System.nanoTime());
    }

    private void requireBefore(long end) throws IOException {
        if (System.nanoTime() > end) {
            throw new IOException("the screen is not as it should be:\n" + screen.text());
        }
    }

    /** Processor time that the program has taken so far. */
    public long cpuNanos() {
        return process.descendants()
                .mapToLong(each ->
                        each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }

    /** Presses keys that end the program, and waits until it has. */
    public void end(String text) throws IOException, InterruptedException {
        long unused = type(text);
        if (!process.waitFor(PATIENCE, TimeUnit.NANOSECONDS)) {
            throw new IOException("it does not end:\n" + text());
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
