package org.dimos.blueprint.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.RecordOptions;
import org.dimos.blueprint.config.Settings;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderReport;
import org.dimos.record.RecordingException;

/** Runs a replay to its end and keeps what its modules publish. */
final class LockstepRun {
    private LockstepRun() {}

    /**
     * Runs a replay.
     *
     * @param file a new file for the outputs of all modules that run
     * @throws org.dimos.blueprint.ModuleException if a module fails
     * @throws RecordingException if something could not be stored
     */
    static void record(Blueprint replay, List<String> streams, Settings settings, Path file) {
        Blueprint recorded = replay.record(RecordOptions.to(file).withStreams(streams));
        Graph graph = recorded.start(settings);
        try (graph) {
            graph.ended().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
        String recorder = recorded.entries().get(recorded.entries().size() - 1).name();
        RecorderReport report = graph.part(recorder, Recorder.class).report();
        if (report.lost() > 0 || report.failure().isPresent()) {
            throw new RecordingException("the outputs of the replay could not be kept in " + file + ": "
                    + report.failure().orElse(report.lost() + " messages were lost"));
        }
    }
}
