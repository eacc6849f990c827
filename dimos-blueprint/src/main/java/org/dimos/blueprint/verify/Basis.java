package org.dimos.blueprint.verify;

/** What the outputs of a replay are compared with. */
public enum Basis {
    /** What was recorded of them. */
    RECORDING,
    /** Another recording, said to be right. */
    BASELINE,
    /** Those of a second replay, since nothing was recorded: that tells only whether they are the same every time. */
    SECOND_RUN
}
