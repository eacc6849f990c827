package org.dimos.cli.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dimos.blueprint.config.Settings;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.cli.text.SystemTerminal;
import org.dimos.record.FileSource;
import org.dimos.record.Recording;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.rolling.StateFolder;

/** The editor with a mistake, for tests: it fails to draw as soon as there is a file {@value #CAUSE}. */
public final class CrashingStudio {
    /** What makes it fail, in the folder where it runs. */
    public static final String CAUSE = "crash";

    /** What is said then. */
    public static final String REASON = "there is no title any more";

    private CrashingStudio() {}

    /** Opens a recording on this terminal. */
    public static void main(String[] words) throws IOException {
        new Studio(
                        name -> new Treacherous(new FileSource(Path.of(name))),
                        Path::of,
                        (name, blueprint) -> Path.of(name),
                        new LiveRuns(new StateFolder(Path.of("state"))),
                        Optional.empty(),
                        Settings.none(),
                        System.getenv())
                .run(
                        SystemTerminal.open(),
                        Optional.of(Recording.of(new Treacherous(new FileSource(Path.of(words[0]))))),
                        true,
                        new CompletableFuture<>());
    }

    private record Treacherous(FileSource file) implements RecordingSource {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public String title() {
            if (Files.exists(Path.of(CAUSE))) {
                throw new IllegalStateException(REASON);
            }
            return file.title();
        }

        @Override
        public RecordingReader open() {
            return file.open();
        }
    }
}
