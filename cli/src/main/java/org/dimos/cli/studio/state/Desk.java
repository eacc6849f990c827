package org.dimos.cli.studio.state;

import java.util.Set;
import org.dimos.cli.studio.screen.Size;
import org.dimos.record.Edit;

/** What does for the editor what takes time. Each method returns at once; what comes of it is a later step. */
public interface Desk {

    /** Plays. */
    Deck deck();

    /** Reads and writes recordings. */
    Files files();

    /** Looks at what runs. */
    Runs runs();

    /** Ends the editor. */
    void quit();

    /** Plays an edited recording. */
    interface Deck {
        /** Plays from a time on. */
        void play(Edit edit, long nanos, double speed);

        /** Lets time stand. */
        void pause();

        /** Goes to a time, if something is loaded. */
        void seek(long nanos);

        /** Publishes one message, and stands. */
        void step(Edit edit, long nanos, boolean back);

        /** Changes the speed, if something is loaded. */
        void speed(double factor);

        /** Unloads. */
        void stop();
    }

    /** Reads and writes recordings. */
    interface Files {
        /** Opens one, and says something then. */
        void open(String name, Notice then);

        /** Counts messages. */
        void count(Document document, Span span, int bins);

        /** Replaces the file. */
        void save(Edit edit);

        /** Writes a new file. */
        void saveAs(Edit edit, String name);

        /** Writes a part to a new file. */
        void keep(Edit edit, Span span, String name);

        /** Decodes a picture. */
        void peek(Edit edit, String stream, long nanos, Size room);
    }

    /** Looks at what runs, and records it from outside. */
    interface Runs {
        /** Looks which there are. */
        void find();

        /** Looks at one. */
        void watch(String run);

        /** Looks at none. */
        void unwatch();

        /** Records streams. */
        void record(Set<String> streams, String name);

        /** Ends the recording. */
        void stopRecording();
    }
}
