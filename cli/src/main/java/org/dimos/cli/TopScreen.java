package org.dimos.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dimos.cli.text.Terminal;
import org.jline.keymap.BindingReader;
import org.jline.terminal.Size;

/** A terminal's other screen, on which lines are shown in place; what was there before comes back when it is closed. */
final class TopScreen implements AutoCloseable {
    private static final String BEGIN = "\033[?1049h\033[?25l";
    private static final String END = "\033[?25h\033[?1049l";
    private static final String HOME = "\033[H";
    private static final String END_OF_LINE = "\033[K";
    private static final String BELOW = "\033[J";
    private static final int USUAL_ROWS = 24;
    private static final int LEAST_ROWS = 10;

    private final Terminal terminal;
    private final boolean shown;
    private final Optional<Keyboard> keyboard;

    private TopScreen(Terminal terminal, boolean shown, Optional<Keyboard> keyboard) {
        this.terminal = terminal;
        this.shown = shown;
        this.keyboard = keyboard;
    }

    /** One that is shown only if {@code shown}; otherwise it does nothing. */
    static TopScreen open(Terminal terminal, boolean shown) {
        TopScreen screen = new TopScreen(terminal, shown, shown ? Keyboard.open(terminal) : Optional.empty());
        screen.write(BEGIN);
        return screen;
    }

    /** The keys, if somebody can press one. */
    Optional<BindingReader> keys() {
        return keyboard.map(Keyboard::keys);
    }

    /** Shows lines that fit a width and a height. */
    void show(BiFunction<Integer, Integer, List<String>> lines) {
        Optional<Size> size = keyboard.map(Keyboard::size).filter(known -> known.getColumns() > 0);
        int width = size.map(Size::getColumns).orElse(terminal.columns());
        int height = size.map(Size::getRows).orElse(Integer.getInteger("dimos.rows", USUAL_ROWS));
        List<String> fitting = lines.apply(width, Math.max(LEAST_ROWS, height) - 1);
        StringBuilder text = new StringBuilder(HOME);
        fitting.forEach(line -> text.append(line).append(END_OF_LINE).append("\r\n"));
        text.append(keyboard.isPresent() ? "q quits" : "Ctrl-C quits").append(BELOW);
        write(text.toString());
    }

    private void write(String text) {
        if (shown) {
            PrintWriter out = terminal.out();
            out.print(text);
            out.flush();
        }
    }

    @Override
    public void close() {
        keyboard.ifPresent(Keyboard::close);
        write(END);
    }
}
