package org.dimos.cli.studio.keys;

/** Something a person did. */
public sealed interface Input {

    /** A key was pressed, such as {@code a}, {@code space}, {@code left}, {@code shift-left}, {@code ctrl-s}. */
    record Key(String name) implements Input {
        /** The letter, if it is one that can be written into a name. */
        public boolean isText() {
            return name.codePointCount(0, name.length()) == 1 || name.equals("space");
        }

        /** What is written. */
        public String text() {
            return name.equals("space") ? " " : name;
        }
    }

    /** What a mouse can do. */
    enum Gesture {
        /** The left button went down. */
        PRESS,
        /** The mouse moved with the button down. */
        DRAG,
        /** The button went up. */
        RELEASE,
        /** The wheel turned away from the person. */
        WHEEL_UP,
        /** The wheel turned towards the person. */
        WHEEL_DOWN
    }

    /**
     * The mouse was used.
     *
     * @param column where, from 0
     * @param row where, from 0
     * @param control whether the control key or shift was down
     */
    record Mouse(Gesture gesture, int column, int row, boolean control) implements Input {}

    /** Text was put in from a clipboard. */
    record Paste(String text) implements Input {}
}
