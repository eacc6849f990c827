package org.dimos.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dimos.blueprint.config.Settings;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.cli.studio.Studio;
import org.dimos.record.FileSource;
import org.dimos.record.Recording;
import org.dimos.record.rolling.StateFolder;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uses the editor on a terminal that nobody sees, because a build may have none. */
final class StudioRehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(StudioRehearsal.class);
    private static final Duration THOUGHT = Duration.ofMillis(100);
    private static final List<String> KEYS = List.of("\033[C", "+", "\033[D", "0", "\033[B", "?", "q", "q");
    private static final long PATIENCE_SECONDS = 20;

    private StudioRehearsal() {}

    /** Looks at a recording. */
    static void run(Path file) throws IOException {
        Studio studio = new Studio(
                name -> new FileSource(file),
                name -> file,
                (name, blueprint) -> file,
                new LiveRuns(new StateFolder(file.resolveSibling("state"))),
                Optional.empty(),
                Settings.none(),
                Map.of());
        Recording recording = Recording.of(new FileSource(file));
        try (PipedOutputStream hand = new PipedOutputStream();
                PipedInputStream keys = new PipedInputStream(hand)) {
            Thread person = new Thread(() -> press(hand), "dimos-rehearsal");
            person.setDaemon(true);
            person.start();
            CompletableFuture<Void> end =
                    new CompletableFuture<Void>().completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
            studio.run(terminal(keys), Optional.of(recording), true, end);
        }
    }

    private static Terminal terminal(PipedInputStream keys) throws IOException {
        return TerminalBuilder.builder()
                .system(false)
                .streams(keys, OutputStream.nullOutputStream())
                .type("ansi")
                .size(Size.of(80, 24))
                .graphemeCluster(false)
                .build();
    }

    private static void press(OutputStream hand) {
        try {
            for (String key : KEYS) {
                LockSupport.parkNanos(THOUGHT.toNanos());
                hand.write(key.getBytes(StandardCharsets.US_ASCII));
                hand.flush();
            }
        } catch (IOException e) {
            LOG.debug("the editor has ended already", e);
        }
    }
}
