package org.dimos.record.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.dimos.record.Recording;
import org.dimos.record.imports.BagFormats;
import org.dimos.record.imports.BagMessage;
import org.dimos.record.imports.BagReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what was exported with {@code @mcap/core}, the library of the format's authors. Needs node and npm. */
class McapCoreIT {
    private static final List<String> COMPRESSIONS = List.of("zstd", "lz4", "none");

    @TempDir
    Path folder;

    @Test
    void readsTheSameCountsStampsAndBytes() throws Exception {
        Path library = library();
        Path original = folder.resolve("a.db");
        SampleRecording.write(original, 11, 200);
        for (String compression : COMPRESSIONS) {
            Path mcap = folder.resolve(compression + ".mcap");
            Exporter.export(
                    Recording.open(original),
                    mcap,
                    ExportOptions.defaults().withCompression(compression),
                    ExportListener.none());

            List<String> expected = read(mcap);
            assertThat(run(library, "node", "read-mcap.mjs", mcap.toString()))
                    .as(compression)
                    .isEqualTo(expected);
        }
    }

    /** The lines that the script prints, by our own reader. */
    private static List<String> read(Path mcap) throws NoSuchAlgorithmException {
        Map<String, List<BagMessage>> topics = new TreeMap<>();
        try (BagReader reader = BagFormats.open(mcap)) {
            for (Optional<BagMessage> next = reader.next(); next.isPresent(); next = reader.next()) {
                BagMessage message = next.get();
                topics.computeIfAbsent(message.topic().name(), name -> new ArrayList<>())
                        .add(message);
            }
        }
        List<String> lines = new ArrayList<>();
        int total = 0;
        for (Map.Entry<String, List<BagMessage>> topic : topics.entrySet()) {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            topic.getValue().sort(Comparator.comparingLong(BagMessage::logNanos));
            topic.getValue().forEach(message -> update(hash, message));
            lines.add(topic.getKey() + " " + topic.getValue().size() + " "
                    + HexFormat.of().formatHex(hash.digest()));
            total += topic.getValue().size();
        }
        lines.add("total " + total + " " + total + " true");
        return lines;
    }

    private static void update(MessageDigest hash, BagMessage message) {
        String numbers = message.logNanos() + " " + message.publishNanos() + " "
                + Integer.toUnsignedLong(message.sequence()) + " ";
        hash.update(numbers.getBytes(StandardCharsets.US_ASCII));
        hash.update(message.data().asBuffer());
    }

    /** The folder with the library, which is fetched once. */
    private static Path library() throws IOException, InterruptedException {
        Path library = Files.createDirectories(Path.of("target", "mcap-core").toAbsolutePath());
        assumeTrue(succeeds(library, "node", "--version"), "skipped: there is no node");
        if (!Files.isDirectory(library.resolve("node_modules/@mcap/core"))) {
            boolean fetched = succeeds(
                    library,
                    "npm",
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    library.toString(),
                    "@mcap/core@2",
                    "@mcap/support@1");
            assumeTrue(fetched, "skipped: npm cannot fetch @mcap/core");
        }
        try (InputStream script = McapCoreIT.class.getResourceAsStream("read-mcap.mjs")) {
            assertThat(script).isNotNull();
            Files.copy(script, library.resolve("read-mcap.mjs"), StandardCopyOption.REPLACE_EXISTING);
        }
        return library;
    }

    private static boolean succeeds(Path folder, String... command) throws InterruptedException {
        try {
            Process process = start(folder, command);
            process.getInputStream().readAllBytes();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = start(folder, command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().toList();
    }

    private static Process start(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
