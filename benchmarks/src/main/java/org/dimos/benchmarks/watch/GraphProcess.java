package org.dimos.benchmarks.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dimos.benchmarks.report.JavaProcess;

/** A running {@link Watched}. */
public final class GraphProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    /**
     * What it has taken so far.
     *
     * @param cpuNanos processor time of the whole process
     * @param servingNanos that of the threads that answer who watches
     * @param sent messages sent
     */
    public record Usage(long cpuNanos, long servingNanos, long sent) {}

    private GraphProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    public static GraphProcess start(Path state, int modules, double hertz) throws IOException {
        return new GraphProcess(JavaProcess.builder(
                        List.of("-Dguice_bytecode_gen_option=DISABLED"),
                        Watched.class.getName(),
                        state.toString(),
                        Integer.toString(modules),
                        Double.toString(hertz))
                .start());
    }

    /** What it has taken by now. */
    public Usage usage() throws IOException {
        questions.write("\n");
        questions.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the graph has ended");
        }
        String[] numbers = line.split(" ", -1);
        return new Usage(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.onExit().join();
    }
}
