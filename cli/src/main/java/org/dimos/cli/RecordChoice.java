package org.dimos.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dimos.blueprint.RecordOptions;
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

    boolean isAsked() {
        return file.isPresent() || !streams.isEmpty();
    }

    /** Patterns of the streams to record instead of the blueprint's default. */
    List<String> streams() {
        return streams;
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
        return Optional.of(RecordOptions.to(fresh(target)).titled(blueprint).withStreams(streams));
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
