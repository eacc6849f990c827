package org.dimos.cli.studio.desk;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Desk;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Editing;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.Panel;
import org.dimos.cli.studio.state.Peeking;
import org.dimos.cli.studio.state.Span;
import org.dimos.cli.studio.state.Viewing;
import org.dimos.cli.text.Format;
import org.dimos.record.Edit;
import org.dimos.record.FileSource;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.edit.EditedSource;
import org.dimos.record.edit.SaveListener;
import org.dimos.record.edit.SaveOptions;
import org.dimos.record.edit.Saved;
import org.dimos.record.rolling.SpanCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes recordings, away from the keys. */
public final class FileDesk implements Desk.Files {
    private static final Logger LOG = LoggerFactory.getLogger(FileDesk.class);

    private final Poster poster;
    private final Function<String, RecordingSource> sources;
    private final Function<String, Path> targets;
    private final PictureReader pictures;
    private final LaneCounter counter = new LaneCounter();
    private final ExecutorService files = Executors.newSingleThreadExecutor(Threads.named("dimos-studio-files"));
    private final ExecutorService counting = Executors.newSingleThreadExecutor(Threads.named("dimos-studio-lanes"));
    private final AtomicLong newest = new AtomicLong();

    /**
     * One that tells what came of everything.
     *
     * @param sources the recording of a name
     * @param targets the file of a name, for a new recording
     * @param pictures decodes pictures
     */
    public FileDesk(
            Poster poster,
            Function<String, RecordingSource> sources,
            Function<String, Path> targets,
            PictureReader pictures) {
        this.poster = poster;
        this.sources = sources;
        this.targets = targets;
        this.pictures = pictures;
    }

    @Override
    public void open(String name, Notice then) {
        files.execute(() -> attempt(() -> open(sources.apply(name), then)));
    }

    private void open(RecordingSource source, Notice then) {
        Document document = Document.open(source);
        poster.post(state -> Editing.opened(state, document, then));
    }

    /** Only the last of several that were asked for in a row is of interest. */
    @Override
    public void count(Document document, Span span, int bins) {
        long mine = newest.incrementAndGet();
        counting.execute(() -> {
            if (newest.get() == mine) {
                attempt(() -> {
                    counter.count(
                            document,
                            span,
                            bins,
                            () -> newest.get() != mine,
                            lanes -> poster.post(state -> Viewing.counted(state, lanes)));
                });
            }
        });
    }

    @Override
    public void save(Edit edit) {
        files.execute(() -> attempt("; the edits are still there, 'W' saves them as a new file elsewhere", () -> {
            long unused = newest.incrementAndGet();
            counter.close();
            Saved saved = edit.save(new SaveOptions(true, progress("saving")));
            open(new FileSource(saved.file()), sentence(saved));
        }));
    }

    @Override
    public void saveAs(Edit edit, String name) {
        files.execute(() -> attempt("; the edits are still there", () -> {
            Saved saved = edit.saveAs(targets.apply(name), new SaveOptions(true, progress("saving")));
            open(new FileSource(saved.file()), sentence(saved));
        }));
    }

    private static Notice sentence(Saved saved) {
        String original = saved.original()
                .map(kept -> "; the original is " + kept.getFileName())
                .orElse("");
        String warnings = saved.warnings().isEmpty() ? "" : "; " + String.join("; ", saved.warnings());
        return Notice.info("saved " + saved.file() + original + warnings);
    }

    private SaveListener progress(String task) {
        return new SaveListener() {
            @Override
            public void progress(long rows, long ofRows) {
                long percent = ofRows == 0 ? 100 : rows * 100 / ofRows;
                poster.post(state -> Editing.progress(state, task + " " + percent + " %"));
            }
        };
    }

    @Override
    public void keep(Edit edit, Span span, String name) {
        files.execute(() -> attempt(() -> {
            Path target = targets.apply(name);
            try (RecordingReader reader = new EditedSource(edit.source(), edit.steps()).open()) {
                long messages = SpanCopy.copy(
                        reader,
                        span.fromNanos(),
                        span.toNanos(),
                        target,
                        copied -> poster.post(
                                state -> Editing.progress(state, "keeping: " + Format.count(copied, "message"))));
                poster.post(
                        state -> Editing.done(state, "kept " + Format.count(messages, "message") + " in " + target));
            }
        }));
    }

    @Override
    public void peek(Edit edit, String stream, long nanos, Size room) {
        files.execute(() -> attempt(() -> {
            Panel.Picture picture = pictures.read(edit, stream, nanos, room);
            poster.post(state -> Peeking.decoded(state, picture));
        }));
    }

    /** Whatever goes wrong, the editor goes on and says so. */
    private void attempt(Runnable task) {
        attempt("", task);
    }

    /** The same with what a person can do then. */
    private void attempt(String wayOut, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.debug("a task of the editor failed", e);
            String reason = Reasons.of(e) + wayOut;
            poster.post(state -> Editing.failed(state, reason));
        }
    }
}
