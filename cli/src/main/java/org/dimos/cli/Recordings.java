package org.dimos.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.dimos.cli.text.Format;
import org.dimos.record.Recording;
import org.dimos.record.RecordingSource;
import org.dimos.record.names.DataFolder;
import org.dimos.record.names.RecordingNames;
import org.dimos.record.rolling.StateFolder;

/**
 * The recordings that names on the command line mean: a path, a name in {@code data}, one packed for git LFS, or a run of
 * the rolling recordings.
 */
final class Recordings {
    private static final DataFolder DATA = new DataFolder(Path.of("data"));

    private final Program program;

    Recordings(Program program) {
        this.program = program;
    }

    /**
     * The recording of a name.
     *
     * @throws org.dimos.record.RecordingException if there is none
     */
    RecordingSource source(String name) {
        return find(names -> names.source(name));
    }

    private <T> T find(Function<RecordingNames, T> look) {
        StatusLine status = new StatusLine(program.terminal());
        try {
            return look.apply(new RecordingNames(
                    DATA,
                    state(),
                    (done, total) -> status.show("unpacking: " + Format.bytes(done) + " of " + Format.bytes(total))));
        } finally {
            status.clear();
        }
    }

    /** The recording of a name, opened. */
    Recording open(String name) {
        return Recording.of(source(name));
    }

    /**
     * The one file of a name, for what works on files.
     *
     * @throws org.dimos.record.RecordingException if there is none, or it is a run of several files
     */
    Path file(String name) {
        return find(names -> names.file(name));
    }

    /** Where recordings with names are. */
    DataFolder data() {
        return DATA;
    }

    /** Where runs are. */
    StateFolder state() {
        return StateFolder.of(program.environment());
    }
}
