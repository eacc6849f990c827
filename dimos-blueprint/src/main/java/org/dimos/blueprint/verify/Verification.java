package org.dimos.blueprint.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.ModuleEntry;
import org.dimos.blueprint.config.Settings;
import org.dimos.record.FileSource;
import org.dimos.record.Recording;
import org.dimos.record.RecordingSource;
import org.dimos.record.compare.Alignment;
import org.dimos.record.compare.Comparison;
import org.dimos.record.compare.Contents;
import org.dimos.record.compare.Difference;
import org.dimos.record.compare.StreamComparison;
import org.dimos.record.compare.Tolerances;

/**
 * Whether a blueprint still makes the same of a recording: its modules run on it in lockstep, and what they publish is
 * compared with what was recorded of it, or with a baseline. Streams of which nothing was recorded are compared with those
 * of a second run. An immutable value.
 *
 * @param blueprint the live blueprint
 * @param recording what to replay
 * @param baseline what to compare with instead of the recording itself
 * @param keep the modules to run although their outputs are recorded; none to run those that can be
 * @param tolerances what may be different
 * @param settings the modules' configurations
 * @param outputs a new file that keeps what the replay gives
 */
public record Verification(
        Blueprint blueprint,
        Recording recording,
        Optional<RecordingSource> baseline,
        Set<String> keep,
        Tolerances tolerances,
        Settings settings,
        Optional<Path> outputs) {

    private static final String SECOND = "second";

    /** All that can run runs, with no tolerances, and is compared with what was recorded. */
    public static Verification of(Blueprint blueprint, Recording recording) {
        return new Verification(
                blueprint, recording, Optional.empty(), Set.of(), Tolerances.none(), Settings.none(), Optional.empty());
    }

    /** Compares with another recording. */
    public Verification against(RecordingSource newBaseline) {
        return new Verification(blueprint, recording, Optional.of(newBaseline), keep, tolerances, settings, outputs);
    }

    /** Runs these modules, and of those whose outputs are recorded no others. */
    public Verification keeping(Set<String> modules) {
        return new Verification(blueprint, recording, baseline, Set.copyOf(modules), tolerances, settings, outputs);
    }

    /** Takes numbers that are nearly the same as the same. */
    public Verification within(Tolerances newTolerances) {
        return new Verification(blueprint, recording, baseline, keep, newTolerances, settings, outputs);
    }

    /** Runs the modules with these configurations. */
    public Verification with(Settings newSettings) {
        return new Verification(blueprint, recording, baseline, keep, tolerances, newSettings, outputs);
    }

    /** Keeps what the replay gives in a new file, a baseline for later. */
    public Verification keepingOutputsIn(Path file) {
        return new Verification(blueprint, recording, baseline, keep, tolerances, settings, Optional.of(file));
    }

    /**
     * Replays and compares.
     *
     * @throws org.dimos.blueprint.BlueprintException if nothing can be verified, or settings have mistakes
     * @throws org.dimos.blueprint.ModuleException if a module fails
     */
    public VerifyReport run() {
        VerifyPlan plan = VerifyPlan.of(blueprint, recording, keep);
        tolerances.check(plan.derived());
        try (OutputFolder folder = OutputFolder.make();
                Contents expected = Contents.open(baseline.orElse(recording.source()))) {
            List<String> unknown = plan.derived().stream()
                    .filter(stream -> !expected.names().contains(stream))
                    .toList();
            replay(plan, unknown, folder);
            return report(plan, compare(plan, unknown, folder, expected));
        }
    }

    /** Both replays at once, since each has a thread to itself. */
    private void replay(VerifyPlan plan, List<String> unknown, OutputFolder folder) {
        CompletableFuture<Void> second = unknown.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(
                        () -> replayAgain(plan, unknown, folder.file(SECOND)),
                        task -> new Thread(task, "dimos-second-replay").start());
        try {
            LockstepRun.record(plan.blueprint(), plan.derived(), settings, first(folder));
        } finally {
            Throwable unused = second.handle((nothing, failure) -> failure).join();
        }
        try {
            second.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Path first(OutputFolder folder) {
        return outputs.orElseGet(() -> folder.file("first"));
    }

    private void replayAgain(VerifyPlan plan, List<String> streams, Path file) {
        List<String> idle = plan.notNeededFor(streams);
        Blueprint replay = plan.blueprint().disable(idle.toArray(String[]::new));
        LockstepRun.record(replay, streams, settings.without(idle), file);
    }

    private List<Verified> compare(VerifyPlan plan, List<String> unknown, OutputFolder folder, Contents expected) {
        try (Contents first = Contents.open(new FileSource(first(folder)));
                Contents second =
                        Contents.open(new FileSource(unknown.isEmpty() ? first(folder) : folder.file(SECOND)))) {
            Basis usual = baseline.isPresent() ? Basis.BASELINE : Basis.RECORDING;
            return plan.derived().stream()
                    .map(stream -> unknown.contains(stream)
                            ? compare(plan, stream, Basis.SECOND_RUN, first, second)
                            : compare(plan, stream, usual, expected, first))
                    .toList();
        }
    }

    private Verified compare(VerifyPlan plan, String stream, Basis basis, Contents left, Contents right) {
        Alignment alignment = basis == Basis.SECOND_RUN ? Alignment.BY_TIME : Alignment.BY_STAMP;
        StreamComparison comparison = Comparison.compare(left, stream, right, stream, tolerances, alignment);
        ModuleEntry producer = plan.producer(stream);
        List<Verified.LastInput> inputs = comparison
                .first()
                .map(difference -> inputs(plan, producer, difference, right))
                .orElse(List.of());
        return new Verified(comparison, basis, producer.name(), inputs);
    }

    /** What the module had heard: of played streams from the recording, of others from what the replay gave. */
    private List<Verified.LastInput> inputs(
            VerifyPlan plan, ModuleEntry module, Difference difference, Contents outputs) {
        try (Contents played = Contents.open(recording.source())) {
            return module.inputs().stream()
                    .map(port -> port.stream())
                    .flatMap(stream -> {
                        Contents source = plan.played().contains(stream) ? played : outputs;
                        return source.names().contains(stream)
                                ? source.reader().lastBefore(stream, difference.nanos() + 1).stream()
                                : Stream.empty();
                    })
                    .map(input -> new Verified.LastInput(input.stream(), input.id(), input.timestampNanos()))
                    .toList();
        }
    }

    private VerifyReport report(VerifyPlan plan, List<Verified> verified) {
        List<String> modules = plan.modules().stream().map(ModuleEntry::name).toList();
        return new VerifyReport(modules, plan.played(), recording.startNanos(), verified);
    }
}
