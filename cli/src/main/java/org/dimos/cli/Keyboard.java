package org.dimos.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import org.dimos.cli.text.SystemTerminal;
import org.dimos.cli.text.Terminal;
import org.jline.keymap.BindingReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys, read one by one. The terminal hands over each at once and shows none; when this is closed it is as it was before,
 * as well as when the program is interrupted.
 */
final class Keyboard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keyboard.class);

    private final org.jline.terminal.Terminal terminal;
    private final Attributes before;

    private Keyboard(org.jline.terminal.Terminal terminal, Attributes before) {
        this.terminal = terminal;
        this.before = before;
    }

    /** Whether someone can press a key. The launcher says in a system property whether the input is a terminal. */
    static boolean isThere(Terminal terminal) {
        return terminal.interactive() && Boolean.getBoolean("dimos.keys");
    }

    /** Begins to read keys, if there is someone to press them. */
    static Optional<Keyboard> open(Terminal terminal) {
        if (!isThere(terminal)) {
            return Optional.empty();
        }
        try {
            org.jline.terminal.Terminal keyboard = SystemTerminal.open();
            Attributes before = keyboard.getAttributes();
            keyboard.setAttributes(keyByKey(before));
            return Optional.of(new Keyboard(keyboard, before));
        } catch (IOException | IllegalStateException e) {
            LOG.warn("the keys cannot be read: {}", e.getMessage());
            return Optional.empty();
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

    /** The keys as they are pressed. */
    BindingReader keys() {
        return new BindingReader(terminal.reader());
    }

    /** How wide and high the terminal is now; 0 if it does not tell. */
    org.jline.terminal.Size size() {
        return terminal.getSize();
    }

    @Override
    public void close() {
        try {
            terminal.setAttributes(before);
            terminal.close();
        } catch (IllegalStateException e) {
            LOG.debug("the terminal was closed already, as Ctrl-C does, and is as it was");
        } catch (IOException e) {
            LOG.warn("the terminal is not as it was; 'stty sane' mends it: {}", e.getMessage());
        }
    }
}
