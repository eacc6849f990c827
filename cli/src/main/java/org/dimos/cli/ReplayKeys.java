package org.dimos.cli;

import java.io.IOError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Player;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that direct a replay, read while it runs. */
final class ReplayKeys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayKeys.class);

    private final CompletableFuture<Void> quit = new CompletableFuture<>();
    private final String reminder;
    private final Runnable restore;

    private ReplayKeys(String reminder, Runnable restore) {
        this.reminder = reminder;
        this.restore = restore;
    }

    /** Nobody is there to press one. */
    static ReplayKeys none() {
        return new ReplayKeys("", () -> {});
    }

    /** Whether someone can press one. */
    static boolean canBeRead(Terminal terminal) {
        return Keyboard.isThere(terminal);
    }

    /** Begins to read keys for a player, if there is someone to press them. */
    static ReplayKeys read(Terminal terminal, Player player) {
        return Keyboard.open(terminal)
                .map(keyboard -> {
                    ReplayKeys keys = new ReplayKeys("   space , . ← → [ ] q", keyboard::close);
                    Thread thread = new Thread(() -> keys.pass(keyboard.keys(), player), "dimos-keys");
                    thread.setDaemon(true);
                    thread.start();
                    return keys;
                })
                .orElseGet(ReplayKeys::none);
    }

    /** Passes keys on until there are no more. */
    private void pass(BindingReader keyboard, Player player) {
        KeyMap<PlayerKey> map = PlayerKey.map();
        try {
            for (PlayerKey key = keyboard.readBinding(map); key != null; key = keyboard.readBinding(map)) {
                var unused = key.press(player);
                if (key == PlayerKey.QUIT) {
                    quit.complete(null);
                }
            }
        } catch (EndOfFileException e) {
            LOG.debug("no more keys are read");
        } catch (IOError e) {
            LOG.warn("the keys cannot be read any more: {}", e.getMessage());
        }
    }

    /** Completes when someone wants to end the replay. */
    CompletionStage<Void> quit() {
        return quit.minimalCompletionStage();
    }

    /** What the line at the bottom says about the keys. */
    String reminder() {
        return reminder;
    }

    @Override
    public void close() {
        restore.run();
    }
}
