package org.dimos.cli.studio.state;

import java.util.Optional;

/**
 * A program that runs, looked at from outside.
 *
 * @param run its name
 * @param capture what is recorded of it, if something is
 */
public record Live(String run, Optional<Capture> capture) {

    /**
     * A recording that is being made.
     *
     * @param file where it goes
     * @param trouble why nothing is written at present, if so
     * @param messages how many are stored
     * @param bytes how large they are
     * @param lost how many could not be stored
     * @param nanos how long it has taken
     */
    public record Capture(String file, Optional<String> trouble, long messages, long bytes, long lost, long nanos) {}

    /** With another state of the recording. */
    public Live with(Optional<Capture> newCapture) {
        return new Live(run, newCapture);
    }
}
