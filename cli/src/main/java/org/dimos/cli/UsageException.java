package org.dimos.cli;

import java.util.List;

/** Mistakes in what was asked on the command line, all at once, a sentence each. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    UsageException(String mistake) {
        this(List.of(mistake));
    }

    UsageException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    List<String> mistakes() {
        return mistakes;
    }
}
