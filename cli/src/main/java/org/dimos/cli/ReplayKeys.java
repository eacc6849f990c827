package org.dimos.cli;

import java.io.IOError;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Player;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.TerminalBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that direct a replay, read while it runs. The terminal hands over each key at once and shows none; when this
 * is closed it is as it was before, as well as when the program is interrupted.
 */
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

    /** Whether someone can press one. The launcher says in a system property whether the input is a terminal. */
    static boolean canBeRead(Terminal terminal) {
        return terminal.interactive() && Boolean.getBoolean("dimos.keys");
    }

    /** Begins to read keys for a player, if there is someone to press them. */
    static ReplayKeys read(Terminal terminal, Player player) {
        if (!canBeRead(terminal)) {
            return none();
        }
        try {
            org.jline.terminal.Terminal keyboard = TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .nativeSignals(false)
                    .build();
            Attributes before = keyboard.getAttributes();
            keyboard.setAttributes(keyByKey(before));
            ReplayKeys keys = new ReplayKeys("   space , . ← → [ ] q", () -> restore(keyboard, before));
            Thread thread = new Thread(() -> keys.pass(new BindingReader(keyboard.reader()), player), "dimos-keys");
            thread.setDaemon(true);
            thread.start();
            return keys;
        } catch (IOException | IllegalStateException e) {
            LOG.warn("the keys cannot be read, so the replay cannot be directed: {}", e.getMessage());
            return none();
        }
    }

    /** Each key at once and unseen; Ctrl-C stays a signal. */
    private static Attributes keyByKey(Attributes before) {
        Attributes attributes = new Attributes(before);
        attributes.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO), false);
        attributes.setLocalFlag(LocalFlag.ISIG, true);
        attributes.setControlChar(ControlChar.VMIN, 1);
        attributes.setControlChar(ControlChar.VTIME, 0);
        return attributes;
    }

    private static void restore(org.jline.terminal.Terminal keyboard, Attributes before) {
        try {
            keyboard.setAttributes(before);
            keyboard.close();
        } catch (IllegalStateException e) {
            LOG.debug("the terminal was closed already, as Ctrl-C does, and is as it was");
        } catch (IOException e) {
            LOG.warn("the terminal is not as it was; 'stty sane' mends it: {}", e.getMessage());
        }
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
