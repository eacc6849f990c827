package org.dimos.record.names;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dimos.core.text.Nearest;
import org.dimos.record.FileSource;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingSource;
import org.dimos.record.rolling.RunFolder;
import org.dimos.record.rolling.RunSource;
import org.dimos.record.rolling.StateFolder;

/**
 * Which recording a name means. In this order: a path; a file of the folder {@code data}; one packed in
 * {@code data/.lfs}, which is unpacked then; a run by its name or the beginning of it.
 *
 * @param data the folder of recordings with names
 * @param state where runs are
 * @param listener is told how far unpacking is
 */
public record RecordingNames(DataFolder data, StateFolder state, TransferListener listener) {

    /**
     * The recording of a name.
     *
     * @throws RecordingException if there is none, or the name may mean several
     */
    public RecordingSource source(String name) {
        Optional<Path> path = path(name).filter(Files::exists);
        if (path.isPresent() && RunSource.isRun(path.get())) {
            return new RunSource(path.get());
        }
        if (path.isPresent() && !Files.isDirectory(path.get())) {
            return new FileSource(path.get());
        }
        return data.existing(name)
                .or(() -> unpacked(name))
                .<RecordingSource>map(FileSource::new)
                .or(() -> run(name))
                .orElseGet(() -> missing(name));
    }

    /**
     * The one file of a name, for what changes files.
     *
     * @throws RecordingException if there is none, or it is a run
     */
    public Path file(String name) {
        RecordingSource source = source(name);
        if (source instanceof FileSource file) {
            return file.path();
        }
        throw new RecordingException(
                "'" + name + "' is a run of several files; make one of it: dimos keep " + source.title() + " NAME");
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> unpacked(String name) {
        if (!DataFolder.isName(name) || !Files.isRegularFile(data.packed(name))) {
            return Optional.empty();
        }
        Path packed = data.packed(name);
        if (LfsPointer.isPointer(packed)) {
            new LfsPointer(packed).fetch();
        }
        new PackedRecording(packed).unpack(data.file(name), listener);
        return Optional.of(data.file(name));
    }

    private Optional<RecordingSource> run(String name) {
        List<RunFolder> runs = state.runs();
        List<RunFolder> meant = runs.stream()
                .filter(run -> !name.isEmpty() && run.name().startsWith(name))
                .toList();
        Optional<RunFolder> exact =
                meant.stream().filter(run -> run.name().equals(name)).findFirst();
        if (exact.isEmpty() && meant.size() > 1) {
            throw new RecordingException("'" + name + "' may mean several runs: "
                    + String.join(", ", meant.stream().map(RunFolder::name).toList()));
        }
        return exact.or(() -> meant.stream().findFirst()).map(RunFolder::source);
    }

    private RecordingSource missing(String name) {
        if (path(name).filter(Files::isDirectory).isPresent()) {
            throw new RecordingException(name + " is a folder, not a recording");
        }
        if (!DataFolder.isName(name) || name.endsWith(".db")) {
            return path(name)
                    .map(FileSource::new)
                    .orElseThrow(() -> new RecordingException("'" + name + "' is no usable path"));
        }
        List<String> known = new ArrayList<>(data.names());
        state.runs().forEach(run -> known.add(run.name()));
        throw new RecordingException(
                "there is no recording '" + name + "': no such file, nothing in " + data.path() + " and no run"
                        + Nearest.to(name, known)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(""));
    }
}
