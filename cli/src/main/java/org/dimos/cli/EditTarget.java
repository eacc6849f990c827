package org.dimos.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Terminal;
import org.dimos.record.Edit;
import org.dimos.record.Recording;
import org.dimos.record.RecordingSource;
import org.dimos.record.StreamInfo;
import org.dimos.record.edit.SaveListener;
import org.dimos.record.edit.SaveOptions;
import org.dimos.record.edit.Saved;
import org.dimos.record.edit.Saving;
import picocli.CommandLine.Option;

/** The options of commands that edit a recording, about where the result goes. */
final class EditTarget {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "Writes a new file and leaves FILE as it is.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--no-backup", description = "Does not keep the original beside the new file, as FILE.bak.")
    private boolean noBackup;

    /** Saves an edit and says what came of it. */
    void save(Edit edit, Terminal terminal) {
        if (output.isPresent() && noBackup) {
            throw new UsageException(
                    "-o leaves FILE as it is, so --no-backup has no meaning with it; name one of them");
        }
        StatusLine status = new StatusLine(terminal);
        SaveOptions options = new SaveOptions(!noBackup, progress(status));
        Saved saved = output.map(target -> edit.saveAs(target, options)).orElseGet(() -> edit.save(options));
        status.clear();
        tell(saved, terminal);
    }

    /** Writes a recording as a new file and says what came of it. */
    static void create(RecordingSource source, Path target, Terminal terminal) {
        StatusLine status = new StatusLine(terminal);
        Saved saved = Saving.create(source, target, new SaveOptions(true, progress(status)));
        status.clear();
        tell(saved, terminal);
    }

    private static SaveListener progress(StatusLine status) {
        return new SaveListener() {
            @Override
            public void progress(long rows, long ofRows) {
                status.show(rows, ofRows, rows);
            }
        };
    }

    private static void tell(Saved saved, Terminal terminal) {
        saved.warnings().forEach(terminal::warn);
        terminal.print(Terminal.plain(summary(saved)));
    }

    private static String summary(Saved saved) {
        Recording recording = Recording.open(saved.file());
        long messages =
                recording.recorded().stream().mapToLong(StreamInfo::messages).sum();
        return saved.file() + ": " + Format.count(messages, "message") + " on "
                + Format.count(recording.recorded().size(), "stream")
                + ", " + Format.seconds(recording.window().length().toNanos()) + " s"
                + saved.original()
                        .map(original -> "; the original is " + original)
                        .orElse("");
    }
}
