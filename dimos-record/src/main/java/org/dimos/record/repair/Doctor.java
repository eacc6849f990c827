package org.dimos.record.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.RecordingException;
import org.dimos.record.sqlite.FileExamination;
import org.dimos.record.sqlite.RecordingFile;
import org.dimos.record.sqlite.StreamHealth;

/** Examines a file without changing anything. Memory stays flat however large it is. */
public final class Doctor {
    private final Path file;
    private final boolean quick;
    private final LongConsumer progress;
    private final List<String> faults = new ArrayList<>();
    private long rows;

    private Doctor(Path file, boolean quick, LongConsumer progress) {
        this.file = file;
        this.quick = quick;
        this.progress = progress;
    }

    /**
     * Examines a file.
     *
     * @param quick whether payloads are not decoded and indexes not compared with their tables
     * @param progress is told how many messages were looked at so far
     * @throws RecordingException if there is no such file
     */
    public static Health examine(Path file, boolean quick, LongConsumer progress) {
        if (!Files.exists(file)) {
            throw new RecordingException("there is no file " + file);
        }
        return new Doctor(file, quick, progress).examine();
    }

    private Health examine() {
        List<Loss> losses;
        List<Gap> gaps;
        try (RecordingFile recording = RecordingFile.open(file)) {
            losses = recording.losses();
            gaps = recording.gaps();
        } catch (RecordingException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
        try (FileExamination examination = FileExamination.open(file)) {
            checkLog();
            examination.structure(quick).forEach(fault -> faults.add("structure: " + fault));
            List<StreamHealth> streams = examination.streams(!quick, this::count);
            return new Health(file, verdict(streams, losses), faults, streams, losses, gaps);
        } catch (RecordingException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Health unreadable(String why) {
        return new Health(file, Verdict.UNREADABLE, List.of(why), List.of(), List.of(), List.of());
    }

    private void count(long more) {
        rows += more;
        progress.accept(rows);
    }

    private void checkLog() {
        try {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            if (Files.exists(log) && Files.size(log) > 0) {
                faults.add("it was not closed, or is being written right now: " + Files.size(log)
                        + " bytes are still in the log beside it and count as part of it");
            }
        } catch (IOException e) {
            faults.add("the log beside it cannot be looked at: " + e);
        }
    }

    private Verdict verdict(List<StreamHealth> streams, List<Loss> losses) {
        boolean damaged = streams.stream().anyMatch(stream -> stream.damages() > 0);
        if (damaged && streams.stream().allMatch(stream -> stream.rows() == 0)) {
            return Verdict.UNREADABLE;
        }
        boolean whole = faults.isEmpty()
                && losses.isEmpty()
                && streams.stream().allMatch(stream -> stream.faults().isEmpty());
        return whole ? Verdict.SOUND : Verdict.WITH_LOSSES;
    }
}
