package org.dimos.record.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dimos.record.FileSource;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingSource;
import org.dimos.record.sqlite.FileClaim;

/** Writes an edited recording as a file. Whatever goes wrong on the way, what was there before is still there, whole. */
public final class Saving {
    private final SaveOptions options;
    private final List<String> warnings = new ArrayList<>();

    private Saving(SaveOptions options) {
        this.options = options;
    }

    /**
     * Writes a new file.
     *
     * @throws RecordingException if it exists, or something cannot be read or written
     */
    public static Saved create(RecordingSource source, Path target, SaveOptions options) {
        return new Saving(options).create(source, target);
    }

    /**
     * Replaces a file by what edits leave of it.
     *
     * @throws RecordingException if someone else has the file open, or something cannot be read or written
     */
    public static Saved replace(Path file, List<EditStep> steps, SaveOptions options) {
        return new Saving(options).replace(real(file), steps);
    }

    private static Path real(Path file) {
        try {
            return Files.isSymbolicLink(file) ? file.toRealPath() : file;
        } catch (IOException e) {
            throw new RecordingException("there is no file " + file, e);
        }
    }

    private Saved create(RecordingSource source, Path target) {
        try (NewFile file = NewFile.at(target)) {
            copy(source, file);
            reached(SaveStage.COPIED);
            file.sync();
            reached(SaveStage.SYNCED);
            file.place();
            reached(SaveStage.DONE);
        }
        return new Saved(target, Optional.empty(), warnings);
    }

    private Saved replace(Path target, List<EditStep> steps) {
        Optional<Path> original;
        try (FileClaim claim = FileClaim.take(target)) {
            reached(SaveStage.CLAIMED);
            try (NewFile file = NewFile.instead(target)) {
                copy(new EditedSource(new FileSource(target), steps), file);
                reached(SaveStage.COPIED);
                file.adoptPermissions();
                file.sync();
                reached(SaveStage.SYNCED);
                claim.close();
                original = options.keepOriginal() ? Optional.of(file.keepOriginal()) : Optional.empty();
                replace(file, original);
                reached(SaveStage.DONE);
            }
        }
        return new Saved(target, original, warnings);
    }

    private void replace(NewFile file, Optional<Path> original) {
        try {
            reached(SaveStage.KEPT);
            file.replace();
        } catch (RuntimeException e) {
            original.ifPresent(kept -> delete(kept, e));
            throw e;
        }
    }

    private static void delete(Path file, RuntimeException failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void copy(RecordingSource source, NewFile target) {
        Optional<EditedSource> ofFile = ofFile(source);
        try {
            if (ofFile.isPresent()) {
                warnings.addAll(FileCopy.copy(ofFile.get(), target.path(), options.listener()));
            } else {
                ReaderCopy.copy(source, target.path(), options.listener());
            }
        } catch (RecordingException e) {
            throw target.named(e);
        }
    }

    /** A file, edited or not, is copied row by row as it is; all else goes through its messages. */
    private static Optional<EditedSource> ofFile(RecordingSource source) {
        if (source instanceof FileSource file) {
            return Optional.of(new EditedSource(file, List.of()));
        }
        return source instanceof EditedSource edited && edited.source() instanceof FileSource
                ? Optional.of(edited)
                : Optional.empty();
    }

    private void reached(SaveStage stage) {
        options.listener().reached(stage);
    }
}
