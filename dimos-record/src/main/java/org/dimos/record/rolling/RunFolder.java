package org.dimos.record.rolling;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dimos.record.RecordingException;

/**
 * The folder of a run: {@code run.json} and the segments.
 *
 * @param path where it is
 * @param about what its {@code run.json} says
 */
public record RunFolder(Path path, RunRecord about) {
    static final long SMALL_FILES = 3 * 4096;

    /** What a person calls it: the name of the folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** The segments that are there, oldest first. */
    public List<Segment> segments() {
        return segments(path);
    }

    static List<Segment> segments(Path folder) {
        List<Segment> segments = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(file -> Segment.of(file).ifPresent(segments::add));
        } catch (IOException e) {
            throw new RecordingException(folder + " cannot be read: " + e.getMessage(), e);
        }
        segments.sort(Comparator.comparingInt(Segment::number));
        return segments;
    }

    /** How much of the disk it takes. */
    public long bytes() {
        return SMALL_FILES + segments().stream().mapToLong(Segment::bytes).sum();
    }

    /** When it ended, or was last written to. */
    public Instant end() {
        return about.end()
                .orElseGet(() -> segments().stream()
                        .map(Segment::modified)
                        .max(Comparator.naturalOrder())
                        .orElse(about.start()));
    }

    /** How much recorded time there is from its first to its last message; empty where it cannot be read. */
    public Optional<Duration> length() {
        List<Segment> segments = segments();
        try (OpenSegments files = new OpenSegments(segments)) {
            List<SegmentContent> ends = segments.stream()
                    .filter(segment -> segment.number() == segments.get(0).number()
                            || segment.number()
                                    >= segments.get(segments.size() - 1).number() - 1)
                    .flatMap(segment -> files.read(segment, file -> SegmentContent.of(segment, file)).stream())
                    .toList();
            long first =
                    ends.stream().mapToLong(SegmentContent::firstNanos).min().orElse(Long.MAX_VALUE);
            long last = ends.stream().mapToLong(SegmentContent::lastNanos).max().orElse(Long.MIN_VALUE);
            return first <= last ? Optional.of(Duration.ofNanos(last - first)) : Optional.empty();
        } catch (RecordingException e) {
            return Optional.empty();
        }
    }

    /** All of it as one recording. */
    public RunSource source() {
        return new RunSource(path);
    }

    /** Removes the folder if it holds nothing but what this program wrote about the run. */
    void deleteEmpty() {
        try {
            Files.deleteIfExists(path.resolve(RunRecord.FILE + ".tmp"));
            Files.deleteIfExists(path.resolve(RunRecord.FILE));
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // someone put a file of his own there: it stays
        }
    }
}
