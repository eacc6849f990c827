package org.dimos.record.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dimos.core.text.Nearest;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.TimeEdges;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.StreamSummary;

/** Reads several recordings as one. What ran is what ran in the first of them that says so. */
final class MergedReader implements RecordingReader {
    private final List<RecordingReader> readers = new ArrayList<>();
    private final Map<String, MergedStream> streams = new LinkedHashMap<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    private MergedReader() {}

    static MergedReader open(List<RecordingSource> parts, boolean prefixed) {
        MergedReader merged = new MergedReader();
        try {
            List<String> names = PartNames.of(parts);
            for (int i = 0; i < parts.size(); i++) {
                String prefix = prefixed ? names.get(i) + "/" : "";
                merged.add(parts.get(i), stream -> prefix + stream);
            }
            merged.streams.values().forEach(MergedStream::check);
            return merged;
        } catch (RuntimeException e) {
            merged.close();
            throw e;
        }
    }

    private void add(RecordingSource source, Function<String, String> naming) {
        RecordingReader reader = source.open();
        readers.add(reader);
        List<String> names = new ArrayList<>();
        for (StreamInfo info : reader.streams()) {
            String name = naming.apply(info.name());
            MergedStream.Part part = new MergedStream.Part(source, reader, info);
            streams.merge(name, new MergedStream(name, List.of(part)), MergedReader::joined);
            names.add(name);
        }
        reader.losses().stream()
                .map(loss -> new Loss(
                        naming.apply(loss.stream()), loss.fromNanos(), loss.toNanos(), loss.count(), loss.reason()))
                .forEach(losses::add);
        reader.gaps().stream()
                .flatMap(gap -> gap.stream()
                        .map(naming)
                        .map(Stream::of)
                        .orElseGet(names::stream)
                        .map(name -> new Gap(Optional.of(name), gap.fromNanos(), gap.toNanos())))
                .forEach(gaps::add);
    }

    private static MergedStream joined(MergedStream one, MergedStream other) {
        return new MergedStream(
                one.name(),
                Stream.concat(one.parts().stream(), other.parts().stream()).toList());
    }

    @Override
    public List<StreamInfo> streams() {
        return streams.values().stream().map(this::info).toList();
    }

    private StreamInfo info(MergedStream stream) {
        StreamInfo first = stream.parts().get(0).info();
        StreamInfo counted =
                stream.parts().size() == 1 ? first : counted(stream).of(first);
        return new StreamInfo(
                stream.name(),
                first.typeName(),
                first.payloadType(),
                stream.codec(),
                counted.messages(),
                counted.firstNanos(),
                counted.lastNanos(),
                counted.bytes(),
                counted.rate(),
                losses().stream()
                        .filter(loss -> loss.stream().equals(stream.name()))
                        .toList(),
                first.producer());
    }

    private StreamSummary counted(MergedStream stream) {
        StreamSummary summary = new StreamSummary();
        try (Cursor cursor = cursor(stream.name(), Long.MIN_VALUE, Long.MAX_VALUE)) {
            cursor.forEachRemaining(summary::add);
        }
        return summary;
    }

    @Override
    public Optional<RunInfo> run() {
        return readers.stream().flatMap(reader -> reader.run().stream()).findFirst();
    }

    @Override
    public List<Loss> losses() {
        return losses.stream().sorted(Comparator.comparingLong(Loss::fromNanos)).toList();
    }

    /** A gap in one of the recordings is none in the streams of the others. */
    @Override
    public List<Gap> gaps() {
        return Gaps.merged(gaps);
    }

    @Override
    public Cursor cursor(String stream, long fromNanos, long toNanos) {
        List<Cursor> cursors = new ArrayList<>();
        for (MergedStream.Part part : stream(stream).parts()) {
            cursors.add(part.reader().cursor(part.info().name(), fromNanos, toNanos));
        }
        return new MergedCursor(stream, cursors);
    }

    @Override
    public Optional<Observation<?>> lastBefore(String stream, long nanos) {
        Optional<Observation<?>> last = Optional.empty();
        for (MergedStream.Part part : stream(stream).parts()) {
            Optional<Observation<?>> found =
                    part.reader().lastBefore(part.info().name(), nanos);
            boolean later = found.isPresent()
                    && last.filter(known -> known.timestampNanos() > found.get().timestampNanos())
                            .isEmpty();
            last = later ? found : last;
        }
        return last.map(observation -> observation.withStream(stream));
    }

    /**
     * The sum. Where recordings overlap in time they may hold the same messages, which only their payloads tell: then there
     * are at most so many, and this is no exact answer.
     */
    @Override
    public BinCounts counts(String stream, TimeEdges edges) {
        MergedStream merged = stream(stream);
        BinCounts sum = merged.parts().stream()
                .map(part -> part.reader().counts(part.info().name(), edges))
                .reduce(BinCounts.none(edges), BinCounts::plus);
        return new BinCounts(sum.counts(), sum.exact() && !merged.overlaps());
    }

    @Override
    public void prepareCounts(String stream, BooleanSupplier cancelled) {
        stream(stream)
                .parts()
                .forEach(part -> part.reader().prepareCounts(part.info().name(), cancelled));
    }

    private MergedStream stream(String name) {
        MergedStream stream = streams.get(name);
        if (stream == null) {
            throw new RecordingException(
                    "stream '" + name + "' is in none of the recordings" + Nearest.hint(name, streams.keySet()));
        }
        return stream;
    }

    @Override
    public void close() {
        readers.forEach(RecordingReader::close);
    }
}
