package org.dimos.record.rolling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.dimos.core.Clock;
import org.dimos.record.NoRoomException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the oldest segments of all runs, the oldest runs first, as far as the rules demand it. */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final StateFolder state;
    private final List<RetentionRule> rules;
    private final Clock clock;
    private final LongSupplier freeBytes;

    Retention(StateFolder state, List<RetentionRule> rules, Clock clock, LongSupplier freeBytes) {
        this.state = state;
        this.rules = List.copyOf(rules);
        this.clock = clock;
        this.freeBytes = freeBytes;
    }

    /** The free space of the disk that a folder is on, or of the nearest folder above it that is there. */
    static long freeBytes(Path folder) {
        Path there = folder;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    /**
     * Makes room for a new segment.
     *
     * @param own the run that asks
     * @param writing how much of the disk the segment that it still writes may take
     * @param coming how much the new one may take
     * @throws NoRoomException if there is none even with everything deleted that may be; nothing is deleted then
     */
    void makeRoom(Path own, long writing, long coming) {
        Holdings all = holdings(own, writing, coming);
        long deletable = all.deletable().stream().mapToLong(Segment::bytes).sum();
        Holdings least =
                new Holdings(List.of(), all.bytes() - deletable, coming, all.freeBytes() + deletable, all.now());
        for (RetentionRule rule : rules) {
            if (rule.isExceeded(least)) {
                throw new NoRoomException(rule.refusal());
            }
        }
        enforce(own, writing, coming);
    }

    /** Deletes what has to go, whatever is still exceeded then. */
    void enforce(Path own, long writing, long coming) {
        Holdings holdings = holdings(own, writing, coming);
        while (!holdings.deletable().isEmpty() && isExceeded(holdings)) {
            Segment oldest = holdings.deletable().get(0);
            LOG.debug("{} goes to make room", oldest.path());
            oldest.delete();
            holdings = holdings(own, writing, coming);
        }
    }

    private boolean isExceeded(Holdings holdings) {
        return rules.stream().anyMatch(rule -> rule.isExceeded(holdings));
    }

    private Holdings holdings(Path own, long writing, long coming) {
        List<Segment> deletable = new ArrayList<>();
        long bytes = coming;
        List<RunFolder> oldestFirst = new ArrayList<>(state.runs());
        Collections.reverse(oldestFirst);
        for (RunFolder run : oldestFirst) {
            boolean mine = run.path().equals(own);
            boolean alive = mine || run.about().state() == RunState.RUNNING;
            List<Segment> segments = run.segments();
            if (segments.isEmpty() && !alive) {
                run.deleteEmpty();
                continue;
            }
            int closed = alive ? Math.max(0, segments.size() - 1) : segments.size();
            Optional<Segment> current = closed < segments.size() ? Optional.of(segments.get(closed)) : Optional.empty();
            long onDisk = current.map(Segment::bytes).orElse(0L);
            deletable.addAll(segments.subList(0, closed));
            bytes += RunFolder.SMALL_FILES;
            bytes += segments.subList(0, closed).stream()
                    .mapToLong(Segment::bytes)
                    .sum();
            bytes += alive ? Math.max(onDisk, mine ? writing : run.about().reservedBytes()) : 0;
        }
        return new Holdings(deletable, bytes, coming, freeBytes.getAsLong(), clock.now());
    }
}
