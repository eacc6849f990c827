package org.dimos.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The losses of one stream as spans of time: a loss within a second of the last one, for the same reason, is of the same
 * span. Safe to share between threads; writing is for one.
 */
final class LossLedger {
    private static final long SAME_SPAN_NANOS = 1_000_000_000L;
    /** So that reasons which take turns do not make a span of each loss. */
    private static final int OPEN_SPANS = 4;

    private static final int MAX_SPANS = 10_000;

    private final String stream;
    private final List<LossSpan> spans = new ArrayList<>();
    /** The first span that belongs to the file that is being written. */
    private int first;

    private long total;
    private volatile boolean news;

    LossLedger(String stream) {
        this.stream = stream;
    }

    synchronized void lose(long timestampNanos, String reason) {
        total++;
        news = true;
        for (int i = spans.size() - 1; i >= Math.max(first, spans.size() - OPEN_SPANS); i--) {
            LossSpan span = spans.get(i);
            if (span.goesOn(timestampNanos, reason, SAME_SPAN_NANOS)) {
                span.add(timestampNanos);
                return;
            }
        }
        if (spans.size() - first >= MAX_SPANS) {
            spans.get(spans.size() - 1).add(timestampNanos);
        } else {
            spans.add(new LossSpan(stream, timestampNanos, reason));
        }
    }

    synchronized long total() {
        return total;
    }

    boolean hasNews() {
        return news;
    }

    /** Hands over every span that is new or has grown, without holding up those who lose messages meanwhile. */
    void write(Writer writer) {
        if (!news) {
            return;
        }
        for (LossSpan span : changed()) {
            span.number(writer.write(span.number(), span.toWrite()));
        }
    }

    private synchronized List<LossSpan> changed() {
        news = false;
        List<LossSpan> changed = spans.subList(first, spans.size()).stream()
                .filter(LossSpan::hasGrown)
                .toList();
        changed.forEach(LossSpan::take);
        return changed;
    }

    /** What was handed over is in the file. */
    synchronized void committed() {
        spans.subList(first, spans.size()).forEach(LossSpan::committed);
    }

    /** What was handed over since the last commit is not in the file. */
    synchronized void rolledBack() {
        spans.subList(first, spans.size()).forEach(LossSpan::rolledBack);
        news = spans.subList(first, spans.size()).stream().anyMatch(LossSpan::hasGrown);
    }

    /** What is lost from now on belongs into another file, and what the last one does not have yet too. */
    synchronized void nextFile() {
        List<LossSpan> missing = new ArrayList<>();
        for (LossSpan span : spans.subList(first, spans.size())) {
            span.splitMissing().ifPresent(missing::add);
        }
        spans.removeIf(LossSpan::isEmpty);
        first = spans.size();
        spans.addAll(missing);
        news = !missing.isEmpty();
    }

    synchronized List<Loss> losses() {
        return spans.stream().map(LossSpan::loss).toList();
    }

    /** Where spans are written to. */
    interface Writer {
        /** Writes a span under its number, 0 for a new one, and gives its number. */
        long write(long number, Loss loss);
    }
}
