package org.dimos.cli.studio.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Lane;
import org.dimos.cli.studio.state.Lanes;
import org.dimos.cli.studio.state.Span;
import org.dimos.record.Observation;
import org.dimos.record.RecordingReader;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Cursor;

/** Counts by reading the messages. */
public final class RowCounter implements LaneCounter {
    @Override
    public Lanes count(Document document, Span span, int bins, BooleanSupplier outdated) {
        Map<String, Lane> lanes = new HashMap<>();
        try (RecordingReader reader = document.recording().source().open()) {
            for (StreamInfo stream : document.streams()) {
                lanes.put(stream.name(), lane(reader, stream, span, bins, outdated));
            }
        }
        return new Lanes(span, lanes);
    }

    private static Lane lane(
            RecordingReader reader, StreamInfo stream, Span span, int bins, BooleanSupplier outdated) {
        long[] messages = new long[bins];
        long[] bytes = new long[bins];
        long[] lost = new long[bins];
        try (Cursor rows = reader.cursor(stream.name(), span.fromNanos(), span.toNanos())) {
            while (rows.hasNext() && !outdated.getAsBoolean()) {
                Observation<?> row = rows.next();
                int bin = (int) Math.min(bins - 1, span.fraction(row.timestampNanos()) * bins);
                messages[bin]++;
                bytes[bin] += row.encoded().map(encoded -> encoded.data().length()).orElse(Long.BYTES);
            }
        }
        return new Lane(messages, bytes, lost);
    }
}
