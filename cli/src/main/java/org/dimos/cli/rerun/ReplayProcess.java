package org.dimos.cli.rerun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;

/**
 * Replays in a process of its own, whose classes are therefore those of the moment. Keeps the outputs of the last two
 * runs until it is closed.
 */
public final class ReplayProcess implements AutoCloseable {
    private static final String MAIN = "org.dimos.cli.Dimos";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<String> KEPT_OPTIONS = List.of("org.sqlite.lib.path", "org.sqlite.tmpdir");

    private final List<String> arguments;
    private final Path folder;
    private final Clock wall = new SystemClock();
    private int runs;

    /**
     * What came of a run.
     *
     * @param complete whether it came to the end of the recording
     * @param seconds how long it took
     * @param complaints what it said is wrong
     * @param outputs the recording of its outputs
     */
    public record Outcome(boolean complete, double seconds, List<String> complaints, Path outputs) {}

    private ReplayProcess(List<String> arguments, Path folder) {
        this.arguments = arguments;
        this.folder = folder;
    }

    /** Replays with these arguments of the program, to which the file to record into is added. */
    public static ReplayProcess of(List<String> arguments) {
        try {
            return new ReplayProcess(List.copyOf(arguments), Files.createTempDirectory("dimos-rerun"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for temporary files could be made", e);
        }
    }

    /** Runs to the end of the recording. */
    public Outcome run() {
        long start = wall.nanos();
        runs++;
        Path outputs = folder.resolve("outputs-" + runs + ".db");
        Path answer = folder.resolve("answer.txt");
        Path complaints = folder.resolve("complaints.txt");
        try {
            Files.deleteIfExists(folder.resolve("outputs-" + (runs - 2) + ".db"));
            Process process = new ProcessBuilder(command(outputs))
                    .redirectOutput(answer.toFile())
                    .redirectError(complaints.toFile())
                    .start();
            await(process);
            double seconds = (wall.nanos() - start) / NANOS_PER_SECOND;
            return new Outcome(Files.size(answer) > 0, seconds, Files.readAllLines(complaints), outputs);
        } catch (IOException e) {
            throw new UncheckedIOException("the replay could not be started", e);
        }
    }

    private static void await(Process process) {
        try {
            int unusedCode = process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command(Path outputs) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        KEPT_OPTIONS.stream()
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), MAIN));
        command.addAll(arguments);
        command.addAll(List.of("--record", outputs.toString()));
        return command;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be removed", e);
        }
    }
}
