package org.dimos.record.rolling;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dimos.core.text.Nearest;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;
import org.dimos.record.query.SelectedCursor;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.Order;
import org.dimos.record.selection.Selection;
import org.dimos.record.selection.TimeEdges;
import org.dimos.record.sqlite.Cursor;
import org.dimos.record.sqlite.RecordingFile;

/**
 * The segments of a run that were there when it was opened, as one recording. The last of them may grow meanwhile, and the
 * oldest may go: what is not there any more is a gap.
 */
final class SegmentsReader implements RecordingReader {
    private static final Comparator<Observation<?>> ORDER = Comparator.<Observation<?>>comparingLong(
                    Observation::timestampNanos)
            .thenComparingLong(Observation::id);

    private final Path folder;
    private final OpenSegments files;
    private final List<SegmentContent> contents;
    private final List<StreamInfo> streams;
    private final LastIds lastIds;
    private final Map<Segment, RecordingFile> held = new HashMap<>();

    private SegmentsReader(Path folder, OpenSegments files, List<SegmentContent> contents) {
        this.folder = folder;
        this.files = files;
        this.contents = List.copyOf(contents);
        this.streams = StreamMerge.of(contents);
        this.lastIds = new LastIds(contents.get(contents.size() - 1).segment());
    }

    static SegmentsReader open(Path folder, boolean hold) {
        if (!Files.isDirectory(folder)) {
            throw new RecordingException("there is no run " + folder);
        }
        OpenSegments files = new OpenSegments(RunFolder.segments(folder));
        try {
            List<SegmentContent> contents = new ArrayList<>();
            if (hold) {
                files.all().forEach(files::acquire);
            }
            for (Segment segment : files.all()) {
                files.read(segment, file -> SegmentContent.of(segment, file)).ifPresent(contents::add);
            }
            if (contents.isEmpty()) {
                throw new RecordingException(folder + " holds no segment of a recording");
            }
            return new SegmentsReader(folder, files, contents);
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    @Override
    public List<StreamInfo> streams() {
        return streams;
    }

    @Override
    public Optional<RunInfo> run() {
        return contents.get(0).run();
    }

    @Override
    public List<Loss> losses() {
        return contents.stream()
                .flatMap(content -> content.losses().stream())
                .sorted(Comparator.comparingLong(Loss::fromNanos))
                .toList();
    }

    /** What edits took out, and the time of segments that went away while they were to be read. */
    @Override
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>(
                contents.stream().flatMap(content -> content.gaps().stream()).toList());
        Set<Segment> missing = files.missing();
        contents.stream()
                .filter(content -> missing.contains(content.segment()) && content.firstNanos() <= content.lastNanos())
                .forEach(content -> gaps.add(new Gap(Optional.empty(), content.firstNanos(), content.lastNanos() + 1)));
        return gaps;
    }

    @Override
    public Cursor cursor(String stream, long fromNanos, long toNanos) {
        return byTime(stream, fromNanos, toNanos, file -> file.cursor(stream, fromNanos, toNanos));
    }

    /** Conditions are up to the segments, each with its own indexes; what is passed over and cut off is counted here. */
    @Override
    public Cursor select(String stream, Selection selection) {
        if (selection.order().filter(Order.ID::equals).isPresent()) {
            check(stream);
            return SelectedCursor.of(
                    new ArrivalCursor(files, lastIds, stream, selection.conditions()), selection.cuts());
        }
        if (!selection.isByTime()) {
            return RecordingReader.super.select(stream, selection);
        }
        Cursor all = byTime(
                stream,
                selection.fromNanos(),
                selection.toNanos(),
                file -> file.select(stream, selection.conditions()));
        return SelectedCursor.of(all, selection.cuts());
    }

    private Cursor byTime(String stream, long fromNanos, long toNanos, Function<RecordingFile, Cursor> opener) {
        check(stream);
        List<SegmentCursor.Part> wanted = contents.stream()
                .filter(content -> overlaps(content, stream, fromNanos, toNanos))
                .map(content -> new SegmentCursor.Part(content.segment(), firstNanos(content, stream)))
                .sorted(Comparator.comparingLong(SegmentCursor.Part::firstNanos))
                .toList();
        return new SegmentCursor(files, stream, wanted, opener);
    }

    /** Of the segments that were counted once, each stays open until this is closed: people look again and again. */
    @Override
    public BinCounts counts(String stream, TimeEdges edges) {
        check(stream);
        BinCounts sum = BinCounts.none(edges);
        for (SegmentContent content : contents) {
            if (overlaps(content, stream, edges.at(0), edges.at(edges.bins()))) {
                BinCounts more = held(content.segment())
                        .filter(file -> file.streamNames().contains(stream))
                        .map(file -> counts(file, stream, edges, content.equals(contents.get(0))))
                        .orElseGet(() -> BinCounts.none(edges));
                sum = sum.plus(more);
            }
        }
        return sum;
    }

    private static BinCounts counts(RecordingFile file, String stream, TimeEdges edges, boolean first) {
        BinCounts all = file.counts(stream, edges);
        long[] counts = all.counts().toArray();
        for (long nanos : first ? List.<Long>of() : file.carriedNanos(stream)) {
            int bin = edges.binOf(nanos);
            if (bin >= 0) {
                counts[bin]--;
            }
        }
        return BinCounts.of(counts, all.exact());
    }

    private synchronized Optional<RecordingFile> held(Segment segment) {
        RecordingFile known = held.get(segment);
        Optional<RecordingFile> file = known == null ? files.acquire(segment) : Optional.of(known);
        file.ifPresent(open -> held.put(segment, open));
        return file;
    }

    @Override
    public void prepareCounts(String stream, BooleanSupplier cancelled) {
        check(stream);
        for (SegmentContent content : contents) {
            held(content.segment())
                    .filter(file -> file.streamNames().contains(stream))
                    .ifPresent(file -> file.prepareCounts(stream, cancelled));
        }
    }

    /** Whether there are newer segments, or streams that were not there before. */
    @Override
    public boolean isOutdated() {
        Segment last = contents.get(contents.size() - 1).segment();
        List<Segment> now = RunFolder.segments(folder);
        if (now.isEmpty() || now.get(now.size() - 1).number() != last.number()) {
            return !now.isEmpty();
        }
        Set<String> known = contents.get(contents.size() - 1).streams().keySet();
        return files.read(last, file -> !known.containsAll(file.streamNames())).orElse(true);
    }

    private boolean overlaps(SegmentContent content, String stream, long fromNanos, long toNanos) {
        StreamInfo info = content.streams().get(stream);
        if (info == null || grows(content)) {
            return grows(content);
        }
        return info.messages() > 0 && info.firstNanos() < toNanos && info.lastNanos() >= fromNanos;
    }

    private boolean grows(SegmentContent content) {
        return content.segment().number()
                == contents.get(contents.size() - 1).segment().number();
    }

    /** A stream that has nothing yet in a segment that grows may get something of any time. */
    private static long firstNanos(SegmentContent content, String stream) {
        StreamInfo info = content.streams().get(stream);
        return info == null || info.messages() == 0 ? Long.MIN_VALUE : info.firstNanos();
    }

    @Override
    public Optional<Observation<?>> lastBefore(String stream, long nanos) {
        check(stream);
        Optional<Observation<?>> best = Optional.empty();
        for (int i = contents.size() - 1; i >= 0; i--) {
            SegmentContent content = contents.get(i);
            boolean grows = i == contents.size() - 1;
            StreamInfo info = content.streams().get(stream);
            if (info == null || (!grows && (info.messages() == 0 || isWorse(info, best)))) {
                continue;
            }
            Optional<Observation<?>> found = files.read(content.segment(), file -> file.lastBefore(stream, nanos))
                    .flatMap(value -> value);
            if (found.isPresent() && (best.isEmpty() || ORDER.compare(found.get(), best.get()) > 0)) {
                best = found;
            }
        }
        return best;
    }

    private static boolean isWorse(StreamInfo info, Optional<Observation<?>> best) {
        return best.isPresent() && info.lastNanos() < best.get().timestampNanos();
    }

    private void check(String stream) {
        List<String> names = streams.stream().map(StreamInfo::name).toList();
        if (!names.contains(stream)) {
            throw new RecordingException("stream '" + stream + "' is not in " + folder + Nearest.hint(stream, names));
        }
    }

    @Override
    public void close() {
        files.close();
    }
}
