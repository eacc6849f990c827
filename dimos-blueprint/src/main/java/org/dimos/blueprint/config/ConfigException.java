package org.dimos.blueprint.config;

import java.util.List;

/** Mistakes in the configuration of modules, all at once, a sentence each. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public ConfigException(String mistake) {
        this(List.of(mistake));
    }

    public ConfigException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** A sentence for each mistake. */
    public List<String> mistakes() {
        return mistakes;
    }
}
