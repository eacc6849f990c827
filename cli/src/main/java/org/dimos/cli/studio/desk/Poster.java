package org.dimos.cli.studio.desk;

import org.dimos.cli.studio.state.Step;

/** Takes steps that came about elsewhere, from any thread. */
@FunctionalInterface
public interface Poster {

    /** Has a step taken as soon as possible. */
    void post(Step step);
}
