package org.dimos.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.RecordOptions;
import org.dimos.cli.text.Format;
import org.dimos.core.time.SystemClock;
import org.dimos.record.RecorderConfig;
import org.dimos.record.RecordingException;
import org.dimos.record.rolling.Limits;
import org.dimos.record.rolling.SegmentedTarget;
import picocli.CommandLine.Option;

/** The options of {@code run} about the recording that is always on. */
final class RollingChoice {
    @Option(
            names = "--no-record",
            description = "Keeps no rolling recording, which else every blueprint with default record modules has.")
    private boolean off;

    @Option(
            names = "--rolling-size",
            paramLabel = "SIZE",
            converter = SizeText.class,
            description =
                    "All rolling recordings together take that much of the disk at most; 2GB where nothing is said.")
    private Optional<Long> size = Optional.empty();

    @Option(
            names = "--rolling-age",
            paramLabel = "TIME",
            converter = AgeText.class,
            description = "What is older goes; 24h where nothing is said.")
    private Optional<Duration> age = Optional.empty();

    @Option(
            names = "--rolling-keep-free",
            paramLabel = "SIZE",
            converter = SizeText.class,
            description = "That much of the disk is left to others; 1GB where nothing is said.")
    private Optional<Long> keepFree = Optional.empty();

    /** What is wrong with options that change a rolling recording where there is none. */
    List<String> strayOptions() {
        List<String> mistakes = new ArrayList<>();
        if (off && (size.isPresent() || age.isPresent() || keepFree.isPresent())) {
            mistakes.add("--no-record and --rolling-… exclude each other");
        }
        size.filter(bytes -> bytes < Limits.LEAST_BYTES)
                .ifPresent(bytes -> mistakes.add("--rolling-size " + Format.bytes(bytes) + " is too small; it takes "
                        + Format.bytes(Limits.LEAST_BYTES) + " at least"));
        return mistakes;
    }

    boolean isOff() {
        return off;
    }

    private Limits limits() {
        Limits limits = new Limits();
        limits = size.map(limits::withBytes).orElse(limits);
        limits = age.map(limits::withAge).orElse(limits);
        return keepFree.map(limits::withKeepFree).orElse(limits);
    }

    /** The blueprint with its rolling recording, if it has one and it can be written; else says why not. */
    Blueprint addTo(Blueprint blueprint, String title, RecorderConfig config, Presence presence) {
        if (off || blueprint.recordModules().isEmpty()) {
            return blueprint;
        }
        SystemClock clock = new SystemClock();
        SegmentedTarget target = new SegmentedTarget(presence.state(), presence.recording(), limits(), clock);
        try {
            target.checkWritable();
        } catch (RecordingException e) {
            presence.warn("the run goes on without its rolling recording: " + e.getMessage());
            return blueprint;
        }
        return blueprint.record(RecordOptions.to(target).titled(title).withConfig(config));
    }
}
