package org.dimos.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The losses of one stream as spans of time: a loss within a second of the last one, for the same reason, is of the same
 * span. Safe to share between threads.
 */
final class LossLedger {
    private static final long SAME_SPAN_NANOS = 1_000_000_000L;

    private final String stream;
    private final List<Span> spans = new ArrayList<>();
    /** Fair, so that a publisher that loses one message after another does not keep the writing thread out. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private long total;

    LossLedger(String stream) {
        this.stream = stream;
    }

    void lose(long timestampNanos, String reason) {
        locked(() -> {
            total++;
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last == null || !last.reason.equals(reason) || timestampNanos - last.to > SAME_SPAN_NANOS) {
                spans.add(new Span(timestampNanos, reason));
            } else {
                last.add(timestampNanos);
            }
            return total;
        });
    }

    long total() {
        return locked(() -> total);
    }

    boolean hasNews() {
        return locked(() -> spans.stream().anyMatch(span -> span.written < span.count));
    }

    /** Hands over every span that is new or has grown, without holding up those who lose messages meanwhile. */
    void write(Writer writer) {
        for (Span span : locked(() -> List.copyOf(spans))) {
            Loss loss = locked(() -> span.loss(stream));
            if (span.written < loss.count()) {
                span.id = writer.write(span.id, loss);
                locked(() -> span.written = loss.count());
            }
        }
    }

    /** Takes back that anything was written. */
    void forgetWriting() {
        locked(() -> {
            spans.forEach(span -> span.written = 0);
            return spans.size();
        });
    }

    List<Loss> losses() {
        return locked(() -> spans.stream().map(span -> span.loss(stream)).toList());
    }

    private <R> R locked(Supplier<R> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Where spans are written to. */
    interface Writer {
        /** Writes a span under its number, 0 for a new one, and gives its number. */
        long write(long id, Loss loss);
    }

    private static final class Span {
        private final String reason;
        private long id;
        private long from;
        private long to;
        private long count = 1;
        private volatile long written;

        Span(long timestampNanos, String reason) {
            this.reason = reason;
            this.from = timestampNanos;
            this.to = timestampNanos;
        }

        void add(long timestampNanos) {
            from = Math.min(from, timestampNanos);
            to = Math.max(to, timestampNanos);
            count++;
        }

        Loss loss(String stream) {
            return new Loss(stream, from, to, count, reason);
        }
    }
}
