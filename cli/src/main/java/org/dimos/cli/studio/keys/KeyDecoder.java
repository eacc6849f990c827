package org.dimos.cli.studio.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.cli.studio.keys.Input.Gesture;
import org.dimos.cli.studio.keys.Input.Mouse;
import org.dimos.cli.studio.keys.Input.Paste;

/** Makes keys, mouse and pasted text out of the characters that a terminal sends. What it does not know is nothing. */
public final class KeyDecoder {
    private static final int LONGEST_SEQUENCE = 32;
    private static final int LONGEST_PASTE = 4096;
    private static final char ESCAPE = '\033';
    private static final String PASTE_END = "\033[201~";
    private static final Map<Character, String> LETTERS =
            Map.of('A', "up", 'B', "down", 'C', "right", 'D', "left", 'H', "home", 'F', "end", 'Z', "shift-tab");
    private static final Map<String, String> NUMBERS = Map.of(
            "1",
            "home",
            "2",
            "insert",
            "3",
            "delete",
            "4",
            "end",
            "5",
            "page-up",
            "6",
            "page-down",
            "7",
            "home",
            "8",
            "end");
    private static final int MOTION = 32;
    private static final int WHEEL = 64;
    private static final int MODIFIERS = 4 | 8 | 16;

    private final StringBuilder pending = new StringBuilder();
    private boolean pasting;
    private final StringBuilder pasted = new StringBuilder();

    /** Whether it waits for the rest of a sequence, which may be no more than the escape key. */
    public boolean isWaiting() {
        return pending.length() > 0 && !pasting;
    }

    /** Takes a character in and answers what it completes. */
    public List<Input> accept(char character) {
        boolean afterEscape = isWaiting() && pending.length() == 1 && pending.charAt(0) == ESCAPE;
        if (afterEscape && character != '[' && character != 'O') {
            List<Input> both = new ArrayList<>(timeout());
            both.addAll(accept(character));
            return both;
        }
        return take(character).stream().toList();
    }

    private Optional<Input> take(char character) {
        if (pasting) {
            return paste(character);
        }
        if (pending.length() == 0) {
            return begin(character);
        }
        if (Character.isHighSurrogate(pending.charAt(0))) {
            String text = pending.append(character).toString();
            pending.setLength(0);
            return key(text);
        }
        pending.append(character);
        return isComplete() ? complete() : Optional.empty();
    }

    /** Nothing more came: what is there is all there is. */
    public List<Input> timeout() {
        boolean escape = pending.length() == 1 && pending.charAt(0) == ESCAPE;
        pending.setLength(0);
        return escape ? List.of(new Input.Key("escape")) : List.of();
    }

    private Optional<Input> begin(char character) {
        if (character == ESCAPE || Character.isHighSurrogate(character)) {
            pending.append(character);
            return Optional.empty();
        }
        return switch (character) {
            case ' ' -> key("space");
            case '\r', '\n' -> key("enter");
            case '\t' -> key("tab");
            case 0x7f, '\b' -> key("backspace");
            case 0 -> Optional.empty();
            default -> character < ' ' ? key("ctrl-" + (char) (character + 'a' - 1)) : key(String.valueOf(character));
        };
    }

    private boolean isComplete() {
        if (pending.length() > LONGEST_SEQUENCE) {
            return true;
        }
        char second = pending.charAt(1);
        char last = pending.charAt(pending.length() - 1);
        if (second == 'O') {
            return pending.length() > 2;
        }
        return pending.length() > 2 && last >= '@' && last <= '~';
    }

    private Optional<Input> complete() {
        String sequence = pending.toString();
        pending.setLength(0);
        char last = sequence.charAt(sequence.length() - 1);
        if (sequence.startsWith("\033[<")) {
            return mouse(sequence.substring(3, sequence.length() - 1).split(";", -1), last);
        }
        if (sequence.equals("\033[200~")) {
            pasting = true;
            return Optional.empty();
        }
        return special(sequence.substring(2, sequence.length() - 1), last);
    }

    private static Optional<Input> special(String arguments, char last) {
        String[] parts = arguments.split(";", -1);
        String name = last == '~' ? NUMBERS.get(parts[0]) : LETTERS.get(last);
        if (name == null) {
            return Optional.empty();
        }
        return key(modifier(parts.length > 1 ? parts[1] : "1") + name);
    }

    private static String modifier(String code) {
        return switch (code) {
            case "2" -> "shift-";
            case "3" -> "alt-";
            case "5" -> "ctrl-";
            default -> "";
        };
    }

    private static Optional<Input> mouse(String[] parts, char last) {
        try {
            int button = Integer.parseInt(parts[0]);
            int column = Integer.parseInt(parts[1]) - 1;
            int row = Integer.parseInt(parts[2]) - 1;
            boolean control = (button & MODIFIERS) != 0;
            return gesture(button & ~MODIFIERS, last == 'M').map(gesture -> new Mouse(gesture, column, row, control));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<Gesture> gesture(int button, boolean down) {
        return switch (button) {
            case 0 -> Optional.of(down ? Gesture.PRESS : Gesture.RELEASE);
            case MOTION -> Optional.of(Gesture.DRAG);
            case WHEEL -> Optional.of(Gesture.WHEEL_UP);
            case WHEEL + 1 -> Optional.of(Gesture.WHEEL_DOWN);
            default -> Optional.empty();
        };
    }

    private Optional<Input> paste(char character) {
        pasted.append(character);
        int end = pasted.length() - PASTE_END.length();
        if (end < 0 || pasted.indexOf(PASTE_END, end) != end) {
            if (pasted.length() > LONGEST_PASTE) {
                pasted.delete(LONGEST_PASTE / 2, LONGEST_PASTE / 2 + 1);
            }
            return Optional.empty();
        }
        String text = pasted.substring(0, end);
        pasted.setLength(0);
        pasting = false;
        return Optional.of(new Paste(text));
    }

    private static Optional<Input> key(String name) {
        return Optional.of(new Input.Key(name));
    }
}
