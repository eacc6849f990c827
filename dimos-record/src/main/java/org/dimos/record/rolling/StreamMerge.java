package org.dimos.record.rolling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.record.Loss;
import org.dimos.record.Rate;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Carried;

/** Sums up one stream over segments. A value repeated from the segment before counts once. */
final class StreamMerge {
    private final List<Loss> losses = new ArrayList<>();
    private StreamInfo about;
    private long messages;
    private long bytes;
    private long first;
    private long last;
    private double least = Double.POSITIVE_INFINITY;
    private double most;

    private StreamMerge(StreamInfo about) {
        this.about = about;
    }

    /** All streams of the segments, in the order in which they first came. */
    static List<StreamInfo> of(List<SegmentContent> contents) {
        Map<String, StreamMerge> merges = new LinkedHashMap<>();
        for (int i = 0; i < contents.size(); i++) {
            SegmentContent content = contents.get(i);
            Map<String, Carried> repeated = i == 0 ? Map.of() : content.carried();
            content.streams()
                    .forEach((name, stream) -> merges.computeIfAbsent(name, unused -> new StreamMerge(stream))
                            .add(stream, repeated.getOrDefault(name, Carried.NONE)));
        }
        for (SegmentContent content : contents) {
            for (Loss loss : content.losses()) {
                StreamMerge merge = merges.get(loss.stream());
                if (merge != null) {
                    merge.losses.add(loss);
                }
            }
        }
        return merges.values().stream().map(StreamMerge::info).toList();
    }

    private void add(StreamInfo stream, Carried repeated) {
        if (stream.messages() == 0) {
            return;
        }
        if (messages == 0) {
            about = stream;
            first = stream.firstNanos();
            last = stream.lastNanos();
        } else {
            boundary(stream.firstNanos() - last);
            first = Math.min(first, stream.firstNanos());
            last = Math.max(last, stream.lastNanos());
        }
        messages += stream.messages() - repeated.messages();
        bytes += stream.bytes() - repeated.bytes();
        stream.rate().ifPresent(rate -> {
            least = Math.min(least, rate.min());
            most = Math.max(most, rate.max());
        });
    }

    private void boundary(long gapNanos) {
        if (gapNanos > 0) {
            least = Math.min(least, 1e9 / gapNanos);
            most = Math.max(most, 1e9 / gapNanos);
        }
    }

    private StreamInfo info() {
        Optional<Rate> rate = last > first && most > 0
                ? Optional.of(new Rate(least, (messages - 1) / ((last - first) / 1e9), most))
                : Optional.empty();
        return new StreamInfo(
                about.name(),
                about.typeName(),
                about.payloadType(),
                about.codec(),
                messages,
                first,
                last,
                bytes,
                rate,
                losses,
                about.producer());
    }
}
