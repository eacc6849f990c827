package org.dimos.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.replay.Playback;

/**
 * Replays a recording of {@code sim-nav} in lockstep again and again, each time in a fresh process, while every processor
 * is kept busy, and says how many different recordings of the derived streams came out: it should be one.
 *
 * <p>Arguments: the recording, the number of runs, and the Java programs to take turns.
 */
public final class LockstepRuns {
    private static final String NO_WARNING = "-Dguice_bytecode_gen_option=DISABLED";

    private final Path recording;
    private final List<String> javas;
    private final Path folder;

    private LockstepRuns(Path recording, List<String> javas, Path folder) {
        this.recording = recording;
        this.javas = javas;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> javas = args.length > 2
                ? Arrays.asList(args).subList(2, args.length)
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path folder = Files.createTempDirectory("dimos-lockstep");
        AtomicBoolean over = new AtomicBoolean();
        keepBusy(over);
        try {
            new LockstepRuns(Path.of(args[0]), javas, folder).run(Integer.parseInt(args[1]));
        } finally {
            over.set(true);
            Files.delete(folder);
        }
    }

    private static void keepBusy(AtomicBoolean over) {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(() -> {
                while (!over.get()) {
                    Thread.onSpinWait();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run(int runs) throws IOException, InterruptedException {
        Map<String, Integer> digests = new TreeMap<>();
        for (int i = 0; i < runs; i++) {
            Path outputs = folder.resolve("outputs.db");
            replay(javas.get(i % javas.size()), outputs);
            digests.merge(digest(outputs), 1, Integer::sum);
            Files.delete(outputs);
            System.err.println(i + 1 + " of " + runs + ": " + digests);
        }
        System.out.println(runs + " runs on " + javas + ": " + digests.size() + " different: " + digests);
    }

    private void replay(String java, Path outputs) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(java, NO_WARNING, "-cp", System.getProperty("java.class.path", "")));
        command.addAll(List.of("org.dimos.cli.Dimos", "run", "sim-nav", "--lockstep", "--keep", "Explorer"));
        command.addAll(List.of("--replay", recording.toString(), "--record", outputs.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a replay failed with exit code " + process.exitValue());
        }
    }

    /** All that is stored of every stream: times, reception, tags and payloads. */
    private static String digest(Path file) {
        try (Playback playback = Recording.open(file).play()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            while (playback.hasNext()) {
                Observation<?> row = playback.next();
                String head = row.stream() + " " + row.id() + " " + row.timestampNanos() + " " + row.receptionNanos()
                        + " " + row.tags().json() + " ";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                row.encoded().ifPresent(encoded -> digest.update(encoded.data().toArray()));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }
}
