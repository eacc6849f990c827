package org.dimos.cli.studio.state;

import java.util.List;

/** What the editor asks, and the person has to answer before anything else. */
public sealed interface Dialogue {

    /** What a name is for. */
    enum Purpose {
        /** The edited recording is written to a new file. */
        SAVE_AS("Save as"),
        /** The marked part is written to a new file. */
        KEEP("Keep the marked part as"),
        /** What is recorded goes into a file. */
        RECORD("Record into");

        private final String question;

        Purpose(String question) {
            this.question = question;
        }

        /** What is asked. */
        public String question() {
            return question;
        }
    }

    /**
     * Asks for the name of a file.
     *
     * @param text what is written so far
     */
    record Name(Purpose purpose, String text) implements Dialogue {}

    /** Asks whether edits may be lost. */
    record Unsaved() implements Dialogue {}

    /**
     * Asks which run to look at.
     *
     * @param runs their names
     * @param index the one that is pointed at
     */
    record Run(List<String> runs, int index) implements Dialogue {
        public Run {
            runs = List.copyOf(runs);
        }
    }
}
