package org.dimos.record.rolling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Carried;
import org.dimos.record.sqlite.RecordingFile;

/**
 * What one segment holds.
 *
 * @param segment the segment
 * @param streams its streams by name
 * @param carried how much of each it repeats from the one before
 * @param losses what was lost while it was written
 * @param gaps what was taken out of it
 * @param run the run it says it is of
 */
record SegmentContent(
        Segment segment,
        Map<String, StreamInfo> streams,
        Map<String, Carried> carried,
        List<Loss> losses,
        List<Gap> gaps,
        Optional<RunInfo> run) {

    static SegmentContent of(Segment segment, RecordingFile file) {
        Map<String, StreamInfo> streams = new LinkedHashMap<>();
        file.streams().forEach(stream -> streams.put(stream.name(), stream));
        return new SegmentContent(segment, streams, file.carried(), file.losses(), file.gaps(), file.run());
    }

    long firstNanos() {
        return streams.values().stream()
                .filter(stream -> stream.messages() > 0 && !stream.isLatched())
                .mapToLong(StreamInfo::firstNanos)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    long lastNanos() {
        return streams.values().stream()
                .filter(stream -> stream.messages() > 0 && !stream.isLatched())
                .mapToLong(StreamInfo::lastNanos)
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
