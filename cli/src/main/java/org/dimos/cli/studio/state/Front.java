package org.dimos.cli.studio.state;

import java.util.Optional;

/**
 * What is in front of tree and timeline.
 *
 * @param dialogue what is asked
 * @param panel what covers the timeline
 * @param notice the last sentence
 * @param task what is done meanwhile, such as {@code saving 40 %}; empty if nothing is
 */
public record Front(Optional<Dialogue> dialogue, Optional<Panel> panel, Notice notice, String task) {
    /** Nothing. */
    public static final Front CLEAR = new Front(Optional.empty(), Optional.empty(), Notice.NONE, "");

    /** Asks something. */
    public Front asking(Dialogue question) {
        return new Front(Optional.of(question), panel, Notice.NONE, task);
    }

    /** Asks nothing any more. */
    public Front answered() {
        return new Front(Optional.empty(), panel, notice, task);
    }

    /** Covers the timeline. */
    public Front with(Panel newPanel) {
        return new Front(dialogue, Optional.of(newPanel), notice, task);
    }

    /** Shows the timeline again. */
    public Front uncovered() {
        return new Front(dialogue, Optional.empty(), notice, task);
    }

    /** Says something. */
    public Front saying(Notice newNotice) {
        return new Front(dialogue, panel, newNotice, task);
    }

    /** Does something meanwhile. */
    public Front doing(String newTask) {
        return new Front(dialogue, panel, notice, newTask);
    }

    /** Whether something is done that must end before another begins. */
    public boolean isBusy() {
        return !task.isEmpty();
    }
}
