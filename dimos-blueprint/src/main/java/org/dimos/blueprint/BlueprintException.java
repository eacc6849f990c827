package org.dimos.blueprint;

import java.util.List;

/** Mistakes in a blueprint or in what was asked of it, all at once, a sentence each. */
public final class BlueprintException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public BlueprintException(String mistake) {
        this(List.of(mistake));
    }

    public BlueprintException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** A sentence for each mistake. */
    public List<String> mistakes() {
        return mistakes;
    }
}
