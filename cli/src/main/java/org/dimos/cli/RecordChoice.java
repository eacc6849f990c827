package org.dimos.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dimos.blueprint.RecordOptions;
import org.dimos.record.RecorderConfig;
import picocli.CommandLine.Option;

/** The options of {@code run} about recording. */
final class RecordChoice {
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Option(
            names = "--record",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = "",
            description = "Records into a new file; without a name into recordings/<time>-<blueprint>/memory.db.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--record-streams",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "GLOB...",
            description = "Records these streams instead of the blueprint's default: 'lidar', 'camera*'.")
    private List<String> streams = List.of();

    @Option(
            names = "--record-codec",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "GLOB=CODEC...",
            description = "Stores these streams as jpeg (rgb8, bgr8 and mono8 images) or lz4+lcm: 'color*=jpeg'."
                    + " Depth stays lossless.")
    private List<String> codecs = List.of();

    @Option(
            names = "--record-policy",
            arity = "1..*",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "GLOB=POLICY...",
            description = "What these streams lose when the disk cannot follow: newest keeps the newest messages,"
                    + " oldest the oldest, lossless has a source wait if it can (default): 'camera*=newest'.")
    private List<String> policies = List.of();

    @Option(names = "--record-all", description = "Records all streams; in a replay those that are played, too.")
    private boolean all;

    boolean isAsked() {
        return file.isPresent() || !streams.isEmpty() || all;
    }

    /** Mistakes that can be told before anything runs. */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        rules().forEach(rule -> rule.mistake().ifPresent(mistakes::add));
        return mistakes;
    }

    /** Whether something is said about how to record. */
    boolean hasRules() {
        return !rules().isEmpty();
    }

    private List<RecordRule> rules() {
        List<RecordRule> rules = new ArrayList<>();
        codecs.forEach(text -> rules.add(new RecordRule.Codec(text)));
        policies.forEach(text -> rules.add(new RecordRule.Policy(text)));
        return rules;
    }

    /** How to record. */
    RecorderConfig config() {
        RecorderConfig config = new RecorderConfig();
        for (RecordRule rule : rules()) {
            config = rule.addTo(config);
        }
        return config;
    }

    /** Patterns of the streams to record instead of the blueprint's default. */
    List<String> streams() {
        if (all && !streams.isEmpty()) {
            throw new UsageException("--record-all and --record-streams exclude each other; give one of them");
        }
        return all ? List.of("*") : streams;
    }

    /**
     * What to record, if anything. Makes the folder of the file.
     *
     * @throws UsageException if the file exists or its folder cannot be written to
     */
    Optional<RecordOptions> options(String blueprint, Instant now) {
        if (!isAsked()) {
            return Optional.empty();
        }
        Path target = file.filter(name -> !name.isEmpty()).map(Path::of).orElseGet(() -> defaultFile(blueprint, now));
        return Optional.of(RecordOptions.to(fresh(target))
                .titled(blueprint)
                .withStreams(streams())
                .withConfig(config()));
    }

    static Path defaultFile(String blueprint, Instant now) {
        String folder = FOLDER.format(now) + "-" + blueprint.replace('/', '-');
        return Path.of("recordings", folder, "memory.db");
    }

    static Path fresh(Path target) {
        if (Files.exists(target)) {
            throw new UsageException(target + " exists already and is not overwritten; name a new file");
        }
        Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(Path.of(""));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException("folder " + folder + " cannot be made for the recording: " + e.getMessage());
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("folder " + folder + " cannot be written to; record into another one");
        }
        return target;
    }
}
