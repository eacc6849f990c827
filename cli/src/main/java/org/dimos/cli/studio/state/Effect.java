package org.dimos.cli.studio.state;

import java.util.Set;
import org.dimos.cli.studio.screen.Size;
import org.dimos.record.Edit;

/** What a step wants done outside of the state. */
public sealed interface Effect {

    /** Has it done. */
    void on(Desk desk);

    /** Plays an edited recording from a time on. */
    record Play(Edit edit, long nanos, double speed) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.deck().play(edit, nanos, speed);
        }
    }

    /** Lets time stand. */
    record Pause() implements Effect {
        @Override
        public void on(Desk desk) {
            desk.deck().pause();
        }
    }

    /** Plays no more. */
    record Stop() implements Effect {
        @Override
        public void on(Desk desk) {
            desk.deck().stop();
        }
    }

    /** Goes to a time. */
    record Seek(long nanos) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.deck().seek(nanos);
        }
    }

    /** Publishes the message after a time, or again the one before it. */
    record Step(Edit edit, long nanos, boolean back) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.deck().step(edit, nanos, back);
        }
    }

    /** Changes the speed. */
    record Speed(double factor) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.deck().speed(factor);
        }
    }

    /** Counts what lanes show. */
    record Count(Document document, Span span, int bins) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.files().count(document, span, bins);
        }
    }

    /** Opens a recording. */
    record Open(String name, Notice then) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.files().open(name, then);
        }
    }

    /** Replaces the file by what the edits leave of it. */
    record Save(Edit edit) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.files().save(edit);
        }
    }

    /** Writes what the edits leave to a new file, and goes on with that. */
    record SaveAs(Edit edit, String name) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.files().saveAs(edit, name);
        }
    }

    /** Writes a span of what the edits leave to a new file. */
    record Keep(Edit edit, Span span, String name) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.files().keep(edit, span, name);
        }
    }

    /** Decodes the picture of a stream at a time. */
    record Peek(Edit edit, String stream, long nanos, Size room) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.files().peek(edit, stream, nanos, room);
        }
    }

    /** Looks which programs run. */
    record FindRuns() implements Effect {
        @Override
        public void on(Desk desk) {
            desk.runs().find();
        }
    }

    /** Looks at a run. */
    record Watch(String run) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.runs().watch(run);
        }
    }

    /** Looks at no run any more. */
    record Unwatch() implements Effect {
        @Override
        public void on(Desk desk) {
            desk.runs().unwatch();
        }
    }

    /** Records streams of the run, all if none are named. */
    record Capture(Set<String> streams, String name) implements Effect {
        @Override
        public void on(Desk desk) {
            desk.runs().record(streams, name);
        }
    }

    /** Ends the recording. */
    record StopRecording() implements Effect {
        @Override
        public void on(Desk desk) {
            desk.runs().stopRecording();
        }
    }

    /** Ends the editor. */
    record Quit() implements Effect {
        @Override
        public void on(Desk desk) {
            desk.quit();
        }
    }
}
