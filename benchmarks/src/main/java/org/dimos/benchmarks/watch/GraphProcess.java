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
    /** Names the bus on which graphs are announced. */
    public static final String BUS_VARIABLE = "LCM_DEFAULT_URL";

    /** A bus that nobody else uses. */
    public static final String BUS = "udpm://239.255.76.67:7691?ttl=0";

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    /**
     * What it has taken so far.
     *
     * @param cpuNanos processor time of the whole process
     * @param tellingNanos that of the threads that tell others about the graph
     * @param sent messages sent
     */
    public record Usage(long cpuNanos, long tellingNanos, long sent) {}

    private GraphProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts it.
     *
     * @param onBus whether its streams are on LCM as well
     */
    public static GraphProcess start(Path state, int modules, double hertz, boolean onBus) throws IOException {
        ProcessBuilder builder = JavaProcess.builder(
                List.of("-Dguice_bytecode_gen_option=DISABLED"),
                Watched.class.getName(),
                state.toString(),
                Integer.toString(modules),
                Double.toString(hertz),
                Boolean.toString(onBus));
        builder.environment().put(BUS_VARIABLE, BUS);
        return new GraphProcess(builder.start());
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
