package org.dimos.cli.studio.state;

/** A way in which the state changes. Pure: what has effects is only named. */
@FunctionalInterface
public interface Step {

    /** What comes of it. */
    Next take(StudioState state);
}
