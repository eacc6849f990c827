package org.dimos.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dimos.core.time.TimeControl;
import org.dimos.record.Recording;
import org.dimos.record.replay.GapSkipping;
import org.dimos.record.replay.Loop;
import picocli.CommandLine.Option;

/** The options of {@code run} about replay. */
final class ReplayChoice {
    @Option(
            names = "--replay",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = "",
            description = "Plays a recording, by its file, its name in data or its run, in the place of the modules it"
                    + " holds; without a name the blueprint's own.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--only",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "GLOB...",
            description = "Plays these streams only.")
    private List<String> only = List.of();

    @Option(
            names = "--without",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "GLOB...",
            description = "Leaves these streams out.")
    private List<String> without = List.of();

    @Option(
            names = "--keep",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "MODULE...",
            description = "Runs these modules although the recording holds their outputs.")
    private List<String> keep = List.of();

    @Option(
            names = "--beside",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "STREAM...",
            description = "Plays these streams as STREAM@recorded, beside those that their modules publish anew.")
    private List<String> beside = List.of();

    @Option(names = "--rename", paramLabel = "A=B", description = "Plays the recorded stream A as B.")
    private Map<String, String> rename = new LinkedHashMap<>();

    @Option(
            names = "--seek",
            paramLabel = "S",
            converter = Seconds.class,
            description = "Starts S seconds after the beginning.")
    private Optional<Duration> seek = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "S",
            converter = Seconds.class,
            description = "Ends S seconds after the beginning.")
    private Optional<Duration> until = Optional.empty();

    @Option(
            names = "--speed",
            paramLabel = "X",
            converter = Speed.class,
            description = "Plays X times as fast; 'max' as fast as all modules can follow, and nothing is dropped.")
    private Optional<Double> speed = Optional.empty();

    @Option(
            names = "--lockstep",
            description = "Plays on one thread in virtual time, as fast as the modules are: every run gives the same.")
    private boolean lockstep;

    @Option(names = "--loop", description = "Starts over at the end.")
    private boolean loop;

    @Option(
            names = "--ab",
            paramLabel = "A,B",
            converter = LoopMarks.class,
            description = "Repeats from A to B seconds, once it gets there.")
    private Optional<Loop> marks = Optional.empty();

    @Option(
            names = "--skip-gaps",
            arity = "0..1",
            paramLabel = "S",
            fallbackValue = SkippedPauses.NONE,
            converter = SkippedPauses.class,
            description =
                    "Jumps over the gaps that edits left; with S also wherever nothing comes for more than S seconds.")
    private Optional<GapSkipping> skipping = Optional.empty();

    @Option(names = "--paused", description = "Waits for the space bar before it plays.")
    private boolean paused;

    @Option(
            names = "--spin",
            paramLabel = "US",
            description = "Watches the clock for the last US microseconds before each message: exact, but busy.")
    private Optional<Integer> spin = Optional.empty();

    @Option(
            names = "--latched",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "GLOB...",
            description = "Says the last message of these streams again wherever playing begins.")
    private List<String> latched = List.of();

    @Option(
            names = "--every",
            paramLabel = "STREAM=N",
            description = "Plays the first of every N messages of a stream, or of all with '*=N'.")
    private Map<String, Integer> every = new LinkedHashMap<>();

    @Option(
            names = "--rate",
            paramLabel = "STREAM=HZ",
            description = "Plays at most HZ messages a second of a stream, or of all with '*=HZ'.")
    private Map<String, Double> rate = new LinkedHashMap<>();

    boolean isAsked() {
        return file.isPresent();
    }

    /** The names of modules to keep running. */
    Set<String> keep() {
        return new LinkedHashSet<>(keep);
    }

    /** Whether it waits for someone to press a key. */
    boolean isPaused() {
        return paused;
    }

    /** Whether it plays on until someone stops it. */
    boolean repeats() {
        return loop || marks.isPresent();
    }

    /** Whether the replay is to be the same in every run. */
    boolean isLockstep() {
        return lockstep;
    }

    /** What is wrong with options that change a replay where there is none. */
    List<String> strayOptions() {
        List<String> stray = new ArrayList<>();
        add(stray, "--only", !only.isEmpty());
        add(stray, "--without", !without.isEmpty());
        add(stray, "--keep", !keep.isEmpty());
        add(stray, "--beside", !beside.isEmpty());
        add(stray, "--rename", !rename.isEmpty());
        add(stray, "--seek", seek.isPresent());
        add(stray, "--until", until.isPresent());
        add(stray, "--speed", speed.isPresent());
        add(stray, "--lockstep", lockstep);
        add(stray, "--loop", loop);
        add(stray, "--ab", marks.isPresent());
        add(stray, "--skip-gaps", skipping.isPresent());
        add(stray, "--paused", paused);
        add(stray, "--spin", spin.isPresent());
        add(stray, "--latched", !latched.isEmpty());
        add(stray, "--every", !every.isEmpty());
        add(stray, "--rate", !rate.isEmpty());
        return isAsked() ? contradictions() : stray;
    }

    private List<String> contradictions() {
        List<String> mistakes = new ArrayList<>();
        if (lockstep && speed.isPresent()) {
            mistakes.add(
                    "--speed has no effect in lockstep, which is as fast as the modules are; leave one of them out");
        }
        if (lockstep && paused) {
            mistakes.add(
                    "--paused waits for someone to press a key, and in lockstep nobody can; leave one of them out");
        }
        if (until.isPresent()
                && seek.filter(begin -> begin.compareTo(until.get()) >= 0).isPresent()) {
            mistakes.add("--until has to be later than --seek; both count from the beginning of the recording");
        }
        if (lockstep && repeats()) {
            mistakes.add("a loop has no end, and in lockstep nothing would stop it; leave one of them out");
        }
        return mistakes;
    }

    private static void add(List<String> mistakes, String option, boolean given) {
        if (given) {
            mistakes.add(option + " changes a replay; add --replay FILE");
        }
    }

    /**
     * The recording as it is to be played.
     *
     * @param ownRecording what the blueprint plays where no file is named
     * @param duration how much of it to play, unless it repeats
     */
    Recording recording(
            String blueprint, Optional<Path> ownRecording, Optional<Duration> duration, Recordings recordings) {
        String name = file.filter(given -> !given.isEmpty())
                .or(() -> ownRecording.map(Path::toString))
                .orElseThrow(() -> new UsageException(
                        "blueprint '" + blueprint + "' has no recording of its own; name one: --replay FILE"));
        Recording recording = streams(recordings.open(name));
        recording = seek.map(recording::seek).orElse(recording);
        recording = until.map(end -> end.minus(seek.orElse(Duration.ZERO)))
                .map(recording::duration)
                .orElse(recording);
        recording = repeats() ? recording : duration.map(recording::duration).orElse(recording);
        return played(recording);
    }

    private Recording played(Recording whole) {
        Recording recording = speed.map(
                        factor -> factor == TimeControl.FREE ? whole.asFastAsPossible() : whole.speed(factor))
                .orElse(whole);
        recording = loop ? recording.loop() : recording;
        recording = marks.map(recording::loop).orElse(recording);
        recording = skipping.map(recording::skipGaps).orElse(recording);
        recording = spin.map(micros -> Duration.of(micros, ChronoUnit.MICROS))
                .map(recording::spin)
                .orElse(recording);
        return paused ? recording.paused() : recording;
    }

    private Recording streams(Recording whole) {
        Recording recording = only.isEmpty() ? whole : whole.only(only.toArray(String[]::new));
        recording = without.isEmpty() ? recording : recording.without(without.toArray(String[]::new));
        for (Map.Entry<String, String> each : rename.entrySet()) {
            recording = recording.rename(each.getKey(), each.getValue());
        }
        recording = recording.beside(beside.toArray(String[]::new));
        for (Map.Entry<String, Integer> each : every.entrySet()) {
            recording = isAll(each.getKey())
                    ? recording.everyNth(each.getValue())
                    : recording.everyNth(each.getKey(), each.getValue());
        }
        for (Map.Entry<String, Double> each : rate.entrySet()) {
            recording = isAll(each.getKey())
                    ? recording.throttle(each.getValue())
                    : recording.throttle(each.getKey(), each.getValue());
        }
        return latched.isEmpty() ? recording : recording.latched(latched.toArray(String[]::new));
    }

    private static boolean isAll(String stream) {
        return stream.equals("*");
    }
}
