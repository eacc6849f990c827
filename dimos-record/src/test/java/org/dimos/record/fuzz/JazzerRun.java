package org.dimos.record.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * How Jazzer has fuzzed the readers, in a process of its own: guided by which branches of them an input takes.
 *
 * @param began whether inputs were read with their branches counted; Jazzer has no native library for every platform, and not every JDK
 *     lets itself be instrumented by it
 * @param failed whether an input broke a reader
 * @param report what to tell
 */
record JazzerRun(boolean began, boolean failed, String report) {
    private static final String MEMORY = "-Xmx256m";
    private static final int RSS_MEGABYTES = 1536;
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final int START_SECONDS = 300;
    private static final int TAIL_LINES = 60;
    private static final int FINDING_LINES = 40;
    private static final Path FINDINGS = Path.of("target", "fuzz-findings");
    private static final Pattern COVERED = Pattern.compile("#\\d+\\s+(INITED|DONE)\\s+cov: [1-9].*");

    /**
     * Runs it.
     *
     * @param folder an empty folder, for all that is made
     */
    static JazzerRun forSeconds(int seconds, Path folder) throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve(JazzerTarget.CORPUS));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+EnableDynamicAgentLoading",
                        "-Djdk.attach.allowAttachSelf=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Djava.awt.headless=true",
                        "-Ddimos.data=" + data(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + JazzerTarget.class.getName(),
                        "--instrumentation_includes=org.dimos.**",
                        "-max_total_time=" + seconds,
                        "-timeout=" + LONGEST_WAIT_SECONDS,
                        "-rss_limit_mb=" + RSS_MEGABYTES,
                        "-print_final_stats=1",
                        JazzerTarget.CORPUS)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(START_SECONDS + seconds + LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return of(ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.ISO_8859_1), folder);
    }

    private static Path data() {
        return Path.of(System.getProperty("dimos.data", "../../shared/data"))
                .toAbsolutePath()
                .normalize();
    }

    private static JazzerRun of(int exit, String output, Path folder) throws IOException {
        List<String> lines = output.lines().toList();
        if (exit != 0) {
            boolean began = lines.contains(JazzerTarget.BEGINS);
            return new JazzerRun(
                    began, began, "exit code " + exit + "\n" + finding(lines) + tail(lines) + reproducer(folder));
        }
        List<String> covered = lines.stream()
                .filter(line -> COVERED.matcher(line).matches() || line.startsWith("stat::"))
                .toList();
        boolean began = covered.stream().map(COVERED::matcher).anyMatch(Matcher::matches);
        return new JazzerRun(began, false, began ? String.join("\n", covered) : tail(lines));
    }

    /** What was thrown where, which a dictionary may follow that is longer than the tail. */
    private static String finding(List<String> lines) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith("FAILED: ") && !line.startsWith("== "))
                .limit(FINDING_LINES)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String tail(List<String> lines) {
        List<String> told = lines.stream()
                .filter(line -> !line.startsWith("INFO: Instrumented"))
                .toList();
        return String.join("\n", told.subList(Math.max(0, told.size() - TAIL_LINES), told.size()));
    }

    /** The inputs that broke something, kept as files that the reader can be given again, and told for where the files do not last. */
    private static String reproducer(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(JazzerRun::isInput).toList()) {
                Path kept = Files.createDirectories(FINDINGS).resolve(file.getFileName());
                Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
                text.append("\ninput (the first byte picks the reader): ")
                        .append(kept.toAbsolutePath())
                        .append("; by gzip, in base64:\n")
                        .append(Base64.getEncoder().encodeToString(compressed(file)));
            }
        }
        return text.toString();
    }

    private static byte[] compressed(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(file, out);
        }
        return bytes.toByteArray();
    }

    private static boolean isInput(Path file) {
        return file.getFileName().toString().matches("(crash|timeout|oom|slow-unit|leak)-.*");
    }
}
