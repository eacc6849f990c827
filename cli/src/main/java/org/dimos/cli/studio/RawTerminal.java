package org.dimos.cli.studio;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.dimos.cli.studio.keys.Input;
import org.dimos.cli.studio.keys.KeyDecoder;
import org.dimos.cli.studio.screen.Size;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal as the editor needs it: every key at once, a screen of its own, no cursor, a mouse. When this is closed,
 * or the program ends in whatever way it can see, the terminal is as it was.
 */
final class RawTerminal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RawTerminal.class);
    private static final String ENTER = "\033[?1049h\033[?25l\033[?1002h\033[?1006h\033[?2004h\033[2J";
    private static final String LEAVE = "\033[?2004l\033[?1006l\033[?1002l\033[0m\033[?25h\033[?1049l";

    private static final long ESCAPE_MILLIS = 50;
    private static final long LIMIT_MILLIS = 60_000;

    private final Terminal terminal;
    private final Attributes before;
    private final Writer writer;
    private final Thread hook = new Thread(this::restore, "dimos-studio-restore");
    private boolean restored;

    private RawTerminal(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
        this.writer = new Guarded(new OutputStreamWriter(terminal.output(), StandardCharsets.UTF_8));
    }

    /**
     * Takes a terminal over, and closes it in the end.
     *
     * @throws IOException if it cannot be had, or is too small
     */
    static RawTerminal of(Terminal terminal) throws IOException {
        RawTerminal raw = new RawTerminal(terminal);
        Size size = raw.size();
        if (!size.isEnough()) {
            raw.terminal.close();
            throw new IOException("it has " + size + " characters, and studio needs " + Size.LEAST);
        }
        Runtime.getRuntime().addShutdownHook(raw.hook);
        try {
            raw.enter();
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
        return raw;
    }

    private void enter() throws IOException {
        var unused = terminal.enterRawMode();
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VMIN, 1);
        attributes.setControlChar(ControlChar.VTIME, 0);
        attributes.setLocalFlag(LocalFlag.ISIG, false);
        attributes.setInputFlag(InputFlag.IXON, false);
        terminal.setAttributes(attributes);
        writer.write(ENTER);
        writer.flush();
    }

    Size size() {
        org.jline.terminal.Size size = terminal.getSize();
        return new Size(size.getColumns(), size.getRows());
    }

    void onResize(Runnable listener) {
        var unused = Signals.register("WINCH", listener);
    }

    /** Where screens go. After the terminal was restored what is written there vanishes. */
    Writer writer() {
        return writer;
    }

    /** Hands over what a person does, until there is no more to come. */
    void read(Consumer<Input> inputs, Runnable end) {
        Thread thread = new Thread(
                () -> {
                    try {
                        decode(terminal.reader(), inputs);
                    } catch (IOException | RuntimeException e) {
                        LOG.debug("no more keys are read", e);
                    }
                    end.run();
                },
                "dimos-studio-keys");
        thread.setDaemon(true);
        thread.start();
    }

    private static void decode(NonBlockingReader reader, Consumer<Input> inputs) throws IOException {
        KeyDecoder decoder = new KeyDecoder();
        while (true) {
            // never without a limit: JLine could not be closed meanwhile
            int read = reader.read(decoder.isWaiting() ? ESCAPE_MILLIS : LIMIT_MILLIS);
            if (read == NonBlockingReader.EOF) {
                return;
            }
            List<Input> decoded =
                    read == NonBlockingReader.READ_EXPIRED ? decoder.timeout() : decoder.accept((char) read);
            decoded.forEach(inputs);
        }
    }

    private void restore() {
        synchronized (writer) {
            if (restored) {
                return;
            }
            try {
                writer.write(LEAVE);
                writer.flush();
                restored = true;
                terminal.setAttributes(before);
            } catch (IOException | RuntimeException e) {
                LOG.debug("the terminal is gone", e);
            }
            restored = true;
        }
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the program ends already");
        }
        try {
            terminal.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("the terminal is gone", e);
        }
    }

    /** Lets nothing through after the terminal was restored. */
    private final class Guarded extends Writer {
        private final Writer out;

        Guarded(Writer out) {
            this.out = out;
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            synchronized (this) {
                attempt(() -> out.write(characters, offset, length));
            }
        }

        @Override
        public void flush() {
            synchronized (this) {
                attempt(out::flush);
            }
        }

        private void attempt(Writing writing) {
            if (!restored) {
                try {
                    writing.run();
                } catch (IOException e) {
                    throw new UncheckedIOException("the terminal cannot be written to", e);
                }
            }
        }

        @Override
        public void close() {
            // the terminal closes what is beneath
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
