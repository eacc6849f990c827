package org.dimos.cli.studio.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;

/**
 * Screens as they were looked at once, in files beside the tests. With {@code -Ddimos.snapshots=FOLDER} they are
 * not checked but written there, to be looked at and put in their place.
 */
public final class Snapshot {
    private static final String NEW = System.getProperty("dimos.snapshots", "");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Snapshot() {}

    /** Waits until a screen looks as it did, since a terminal may be in the middle of drawing it. */
    public static void await(String name, Supplier<String> screen) {
        Clock clock = new SystemClock();
        long end = clock.nanos() + PATIENCE.toNanos();
        while (NEW.isEmpty() && !trimmed(screen.get()).equals(known(name)) && clock.nanos() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        check(name, screen.get());
    }

    private static String trimmed(String screen) {
        return screen.lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
    }

    /** Fails if a screen does not look as it did. */
    public static void check(String name, String screen) {
        String shown = trimmed(screen);
        if (!NEW.isEmpty()) {
            write(Path.of(NEW, name + ".txt"), shown);
            return;
        }
        assertThat(shown).as("screen %s", name).isEqualTo(known(name));
    }

    private static String known(String name) {
        String resource = "/org/dimos/cli/studio/" + name + ".txt";
        try (InputStream in = Snapshot.class.getResourceAsStream(resource)) {
            assertThat(in).as("the screen %s", resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path unusedFolder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path unused = Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
