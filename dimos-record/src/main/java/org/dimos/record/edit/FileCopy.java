package org.dimos.record.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dimos.record.FileSource;
import org.dimos.record.sqlite.CopyPlan;
import org.dimos.record.sqlite.RawRecording;
import org.dimos.record.sqlite.RecordingCopy;

/** Copies what is left of an edited file, rows as they are. */
final class FileCopy {
    private FileCopy() {}

    /** Makes the file and answers what it lacks. */
    static List<String> copy(EditedSource source, Path target, SaveListener listener) {
        Path file = ((FileSource) source.source()).path();
        try (EditedReader reader = EditedReader.open(source.source(), source.steps());
                RawRecording rows = RawRecording.open(file);
                RecordingCopy copy = RecordingCopy.create(target)) {
            EditPlan plan = reader.plan();
            reader.run().ifPresent(copy::run);
            streams(plan, rows, copy, listener);
            copy.losses(plan.losses());
            copy.gaps(plan.gaps());
            copy.finish();
            return rows.leftOut();
        }
    }

    private static void streams(EditPlan plan, RawRecording rows, RecordingCopy copy, SaveListener listener) {
        Progress progress = new Progress(
                listener, plan.streams().stream().map(EditedStream::source).toList());
        Map<String, String> renames = plan.renames();
        List<String> unchanged = new ArrayList<>();
        plan.streams().stream()
                .map(stream -> stream.source().name())
                .filter(name -> !renames.containsKey(name))
                .forEach(unchanged::add);
        for (EditedStream stream : plan.streams()) {
            CopyPlan streamPlan = new CopyPlan(stream.name(), stream.rows(), renames, unchanged);
            copy.stream(rows, stream.source().name(), streamPlan, progress::rows);
            progress.done(stream.source());
        }
    }
}
