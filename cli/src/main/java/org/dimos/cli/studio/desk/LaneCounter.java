package org.dimos.cli.studio.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Lane;
import org.dimos.cli.studio.state.Lanes;
import org.dimos.cli.studio.state.Span;
import org.dimos.record.Recording;
import org.dimos.record.overview.Overview;

/** Counts messages for lanes, of one recording after the other. Keeps that open which it counted last. */
final class LaneCounter implements AutoCloseable {
    private Optional<Overview> open = Optional.empty();

    /**
     * What came in a span of a recording as it is stored: at once as well as is known, then exactly.
     *
     * @param bins into how many bins of the same length
     * @param outdated whether nobody wants to know any more
     */
    synchronized void count(Document document, Span span, int bins, BooleanSupplier outdated, Consumer<Lanes> counted) {
        Overview overview = of(document.recording());
        org.dimos.record.overview.Lanes lanes = overview.lanes(span.fromNanos(), span.toNanos(), bins);
        counted.accept(drawn(span, lanes));
        if (!lanes.exact()) {
            overview.prepare(outdated);
            counted.accept(drawn(span, overview.lanes(span.fromNanos(), span.toNanos(), bins)));
        }
    }

    private Overview of(Recording recording) {
        if (open.filter(overview -> overview.recording() == recording).isEmpty()) {
            close();
            open = Optional.of(Overview.of(recording));
        }
        return open.orElseThrow();
    }

    private static Lanes drawn(Span span, org.dimos.record.overview.Lanes counted) {
        Map<String, Lane> lanes = new HashMap<>();
        counted.lanes().forEach(lane -> {
            long[] bytes = new long[counted.bins()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = lane.bytes(i);
            }
            lanes.put(
                    lane.name(),
                    new Lane(lane.counts().toArray(), bytes, lane.lost().toArray()));
        });
        return new Lanes(span, lanes);
    }

    /** Holds no file open any more. */
    @Override
    public synchronized void close() {
        open.ifPresent(Overview::close);
        open = Optional.empty();
    }
}
