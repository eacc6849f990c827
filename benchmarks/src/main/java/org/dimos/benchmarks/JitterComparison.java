package org.dimos.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dimos.benchmarks.report.Scratch;

/**
 * W-JIT side by side: this player without and with spinning and {@code lcm-logplayer}, at 1x and 4x, three fresh
 * processes each, in turns. What counts is the jitter over all streams of a process, and the median of the three.
 *
 * <p>Argument: the bag. See {@link LcmPlay} for what has to be switched on.
 */
public final class JitterComparison {
    private static final int RUNS = 3;

    private JitterComparison() {}

    /** One of those that are compared. */
    private record Contender(String name, List<String> words) {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("dimos-jitter");
        try {
            String file = ReplayJitter.recording(Path.of(arguments[0]), folder).toString();
            for (String speed : List.of("1", "4")) {
                compare(List.of(
                        new Contender("dimos " + speed + "x, asleep", List.of("ReplayJitter", file, speed, "0")),
                        new Contender("dimos " + speed + "x, spin 200 us", List.of("ReplayJitter", file, speed, "200")),
                        new Contender("lcm-logplayer " + speed + "x", List.of("LcmPlay", file, speed))));
            }
        } finally {
            Scratch.deleteAll(folder);
        }
    }

    private static void compare(List<Contender> contenders) throws IOException, InterruptedException {
        List<List<String>> lines = new ArrayList<>();
        contenders.forEach(contender -> lines.add(new ArrayList<>()));
        for (int run = 0; run < RUNS; run++) {
            for (int i = 0; i < contenders.size(); i++) {
                lines.get(i).add(run(contenders.get(i)));
            }
        }
        for (int i = 0; i < contenders.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-24s median p50 %.3f ms, p99 %.3f ms (1/%.1f of the last), max %.3f ms, drift %.3f ms%n",
                    contenders.get(i).name(),
                    median(lines.get(i), "p50 "),
                    median(lines.get(i), "p99 "),
                    median(lines.get(lines.size() - 1), "p99 ") / median(lines.get(i), "p99 "),
                    median(lines.get(i), "max "),
                    median(lines.get(i), "drift "));
        }
    }

    private static double median(List<String> lines, String label) {
        double[] values = lines.stream()
                .mapToDouble(line -> number(line, label))
                .map(Math::abs)
                .sorted()
                .toArray();
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    private static double number(String line, String label) {
        int start = line.indexOf(label) + label.length();
        return Double.parseDouble(line.substring(start, line.indexOf(' ', start)));
    }

    /** Runs it in a process of its own, shows what it writes, and answers the line about all streams. */
    private static String run(Contender contender) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JitterComparison.class.getPackageName() + "."
                        + contender.words().get(0)));
        command.addAll(contender.words().subList(1, contender.words().size()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String all = "p50 NaN ms p99 NaN ms max NaN ms drift NaN ms";
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (Stream.of("all streams", "lateness", "lcm-logplayer").anyMatch(line::startsWith)) {
                    System.out.printf("%-24s %s%n", contender.name(), line);
                }
                all = line.startsWith("all streams") ? line : all;
            }
        }
        int unusedCode = process.waitFor();
        return all;
    }
}
