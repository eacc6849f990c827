package org.dimos.record.overview;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.dimos.record.replay.StreamView;
import org.dimos.record.replay.Window;
import org.dimos.record.selection.BinCounts;
import org.dimos.record.selection.TimeEdges;

/**
 * An open recording to be looked at from afar, again and again: as it is played, its window and edits included. Safe to
 * share between threads. Counts follow a file that grows; which streams there are, losses and gaps are those of when it was
 * opened.
 */
public final class Overview implements AutoCloseable {
    private static final int MOST_BINS = 100_000;

    private final Recording recording;
    private final RecordingReader reader;
    private final List<Loss> losses;
    private final List<Gap> gaps;

    private Overview(Recording recording, RecordingReader reader) {
        this.recording = recording;
        this.reader = reader;
        this.losses = List.copyOf(reader.losses());
        this.gaps = List.copyOf(reader.gaps());
    }

    /**
     * Opens a recording.
     *
     * @throws RecordingException if it cannot be read
     */
    public static Overview of(Recording recording) {
        RecordingReader reader = recording.source().open();
        try {
            return new Overview(recording, reader);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The recording. */
    public Recording recording() {
        return recording;
    }

    /** All of what is played, with all of its streams. */
    public Lanes lanes(int bins) {
        return lanes(recording.startNanos(), recording.startNanos() + Math.max(1, recording.loopNanos()), bins);
    }

    /**
     * All streams over a span of time. Answers within milliseconds; of a stream that is large and not known to be in order
     * it gives estimates and says so, until {@link #prepare}.
     *
     * @param fromNanos where it begins, in the time in which the recording is played, nanoseconds since the epoch
     * @param toNanos where it ends
     * @param bins how many pieces to divide it into
     * @throws RecordingException if the recording cannot be read, or there is no such span
     */
    public Lanes lanes(long fromNanos, long toNanos, int bins) {
        if (bins > MOST_BINS) {
            throw new RecordingException(bins + " bins are too many; there can be " + MOST_BINS);
        }
        TimeEdges edges = TimeEdges.even(fromNanos, toNanos, bins);
        return new Lanes(
                edges,
                recording.streams().stream().map(stream -> lane(stream, edges)).toList());
    }

    private Lane lane(StreamView stream, TimeEdges played) {
        TimeEdges edges = played.moved(-stream.shiftNanos());
        StreamInfo source = stream.source();
        BinCounts counts = reader.counts(source.name(), inWindow(edges));
        return new Lane(
                stream,
                counts.counts(),
                counts.exact() && !stream.changed(),
                source.messages() == 0 ? 0 : source.bytes() / (double) source.messages(),
                Missing.gaps(
                        gaps.stream()
                                .filter(gap ->
                                        gap.stream().map(source.name()::equals).orElse(true))
                                .toList(),
                        edges),
                Missing.losses(
                        losses.stream()
                                .filter(loss -> loss.stream().equals(source.name()))
                                .toList(),
                        edges));
    }

    private TimeEdges inWindow(TimeEdges edges) {
        Window window = recording.window();
        return window.whole() ? edges : edges.within(window.startNanos(), window.endNanos());
    }

    /**
     * Counts what was estimated, so that {@link #lanes} is exact from then on: to be called beside the thread that draws. May
     * take seconds for millions of messages; ends soon after it is cancelled, and can be called again.
     */
    public void prepare(BooleanSupplier cancelled) {
        for (StreamView stream : recording.streams()) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            reader.prepareCounts(stream.source().name(), cancelled);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
