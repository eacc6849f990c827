package org.dimos.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dimos.record.Recording;
import picocli.CommandLine.Option;

/** The options of {@code run} about replay. */
final class ReplayChoice {
    @Option(
            names = "--replay",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = "",
            description = "Plays a recording in the place of the modules it holds; without a name the blueprint's own.")
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

    @Option(names = "--rename", paramLabel = "A=B", description = "Plays the recorded stream A as B.")
    private Map<String, String> rename = new LinkedHashMap<>();

    @Option(
            names = "--seek",
            paramLabel = "S",
            converter = Seconds.class,
            description = "Starts S seconds after the beginning.")
    private Optional<Duration> seek = Optional.empty();

    @Option(names = "--speed", paramLabel = "X", description = "Plays X times as fast.")
    private Optional<Double> speed = Optional.empty();

    @Option(names = "--loop", description = "Starts over at the end.")
    private boolean loop;

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

    /** What is wrong with options that change a replay where there is none. */
    List<String> strayOptions() {
        List<String> stray = new ArrayList<>();
        add(stray, "--only", !only.isEmpty());
        add(stray, "--without", !without.isEmpty());
        add(stray, "--keep", !keep.isEmpty());
        add(stray, "--rename", !rename.isEmpty());
        add(stray, "--seek", seek.isPresent());
        add(stray, "--speed", speed.isPresent());
        add(stray, "--loop", loop);
        add(stray, "--every", !every.isEmpty());
        add(stray, "--rate", !rate.isEmpty());
        return isAsked() ? List.of() : stray;
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
     * @param duration how much of it to play
     */
    Recording recording(String blueprint, Optional<Path> ownRecording, Optional<Duration> duration) {
        Path path = file.filter(name -> !name.isEmpty())
                .map(Path::of)
                .or(() -> ownRecording)
                .orElseThrow(() -> new UsageException(
                        "blueprint '" + blueprint + "' has no recording of its own; name one: --replay FILE"));
        Recording recording = streams(Recording.open(path));
        recording = seek.map(recording::seek).orElse(recording);
        recording = duration.map(recording::duration).orElse(recording);
        recording = speed.map(recording::speed).orElse(recording);
        return loop ? recording.loop() : recording;
    }

    private Recording streams(Recording whole) {
        Recording recording = only.isEmpty() ? whole : whole.only(only.toArray(String[]::new));
        recording = without.isEmpty() ? recording : recording.without(without.toArray(String[]::new));
        for (Map.Entry<String, String> each : rename.entrySet()) {
            recording = recording.rename(each.getKey(), each.getValue());
        }
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
        return recording;
    }

    private static boolean isAll(String stream) {
        return stream.equals("*");
    }
}
