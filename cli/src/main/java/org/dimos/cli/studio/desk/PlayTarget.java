package org.dimos.cli.studio.desk;

import org.dimos.blueprint.Graph;
import org.dimos.record.Recording;

/** Where a recording is played to. */
@FunctionalInterface
public interface PlayTarget {

    /** Begins to play there, paused. What it answers has a player. */
    Graph start(Recording recording);
}
