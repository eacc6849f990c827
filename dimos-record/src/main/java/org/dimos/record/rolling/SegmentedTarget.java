package org.dimos.record.rolling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.dimos.core.Clock;
import org.dimos.record.Batch;
import org.dimos.record.NoRoomException;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingTarget;
import org.dimos.record.RunInfo;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a run as segments and deletes the oldest ones of all runs, so that the limits hold at every moment. Each segment
 * claims beforehand all that it may ever take, its log and what SQLite adds included, and a transaction that might need
 * more goes into the next segment; what has no room at all is refused, which the recorder counts as lost. Ids go on over
 * segments, and values that hold, such as {@code tf_static}, are written again at the beginning of each.
 */
public final class SegmentedTarget implements RecordingTarget {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentedTarget.class);
    /** The pages of the tables and indexes of a stream. */
    private static final long STREAM = 10 * 16384;
    /** The tables of a new file, and in every transaction what is noted beside messages. */
    private static final long NOTES = 16 * 16384;

    private static final long LEFT_OPEN = 256 << 10;
    private static final long LOOK_NANOS = 2_000_000_000L;

    private final StateFolder state;
    private final Path folder;
    private final Limits limits;
    private final Clock clock;
    private final Retention retention;
    private final BackgroundClose closing = new BackgroundClose();

    private Optional<RunInfo> run = Optional.empty();
    private Optional<RunRecord> about = Optional.empty();
    private int number;
    private long capacity;
    private long began;
    private long looked;

    /** A run in a folder of its own, which is made when the recorder starts. */
    public SegmentedTarget(StateFolder state, Path folder, Limits limits, Clock clock) {
        this(state, folder, limits, clock, () -> Retention.freeBytes(folder));
    }

    SegmentedTarget(StateFolder state, Path folder, Limits limits, Clock clock, LongSupplier freeBytes) {
        this.state = state;
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
        this.retention = new Retention(state, limits.rules(), clock, freeBytes);
    }

    @Override
    public Path path() {
        return folder;
    }

    /** How much is kept. */
    public Limits limits() {
        return limits;
    }

    @Override
    public void check() {
        if (Files.exists(folder)) {
            throw new RecordingException(folder + " exists already; a run is never overwritten");
        }
    }

    /**
     * Makes sure that runs can be recorded at all.
     *
     * @throws RecordingException if the state folder cannot be made or written to
     */
    public void checkWritable() {
        Path runs = state.runsPath();
        try {
            Files.createDirectories(runs);
        } catch (IOException e) {
            throw new RecordingException("folder " + runs + " cannot be made: " + e, e);
        }
        if (!Files.isWritable(runs)) {
            throw new RecordingException("folder " + runs + " cannot be written to");
        }
    }

    @Override
    public RecordingWriter open(RunInfo info) {
        makeFolder();
        run = Optional.of(info);
        return RunsLock.holding(state.runsPath(), () -> {
            note(RunRecord.ofThisProcess(info.blueprint(), clock.now()));
            try {
                claim(0, limits.segmentBytes());
                capacity = limits.segmentBytes();
            } catch (NoRoomException e) {
                LOG.warn("nothing is recorded for now: {}", e.getMessage());
            }
            return nextFile(List.of());
        });
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RecordingException("folder " + folder + " cannot be made: " + e, e);
        }
    }

    @Override
    public long batchBytes() {
        return limits.segmentBytes() / 4;
    }

    @Override
    public RecordingWriter prepare(RecordingWriter current, Batch batch) {
        if (clock.nanos() - looked > LOOK_NANOS) {
            looked = clock.nanos();
            retention.enforce(folder, claimed(), 0);
        }
        long more = batch.bytes() + NOTES;
        if (fits(current, more + newStreams(current, batch.streams()) * STREAM)) {
            return current;
        }
        if (batch.bytes() == 0 && !batch.streams().isEmpty()) {
            throw new NoRoomException("no room for streams without messages");
        }
        return RunsLock.holding(
                state.runsPath(), () -> next(current, more + batch.streams().size() * STREAM));
    }

    private static long newStreams(RecordingWriter current, Set<String> streams) {
        return streams.stream().filter(stream -> !current.has(stream)).count();
    }

    private boolean fits(RecordingWriter current, long more) {
        if (current.size() + more > capacity
                || clock.nanos() - began > limits.segmentTime().toNanos()) {
            return false;
        }
        if (current.logSize() > limits.logBytes()) {
            current.truncateLog();
        }
        return current.logSize() <= limits.logBytes();
    }

    private RecordingWriter next(RecordingWriter current, long more) {
        closing.await();
        List<StreamEnd> ends = carried(current.ends());
        long latched = ends.stream()
                .filter(end -> !end.latched().isEmpty())
                .mapToLong(end -> end.footprint() + STREAM)
                .sum();
        long newCapacity = Math.max(limits.segmentBytes(), NOTES + latched + more);
        claim(current.size() + current.logSize() + LEFT_OPEN, newCapacity);
        RecordingWriter next = nextFile(ends);
        capacity = newCapacity;
        closing.begin(current);
        return next;
    }

    /** Values that hold take a quarter of a segment at most; the largest ones stay behind. */
    private List<StreamEnd> carried(List<StreamEnd> ends) {
        List<StreamEnd> kept = new ArrayList<>();
        long bytes = 0;
        List<StreamEnd> smallestFirst = new ArrayList<>(ends);
        smallestFirst.sort(Comparator.comparingLong(StreamEnd::footprint));
        for (StreamEnd end : smallestFirst) {
            bytes += end.footprint();
            kept.add(bytes <= limits.segmentBytes() / 4 ? end : end.withoutLatched());
        }
        return kept;
    }

    /** Makes room for a file of a size and tells the other processes. */
    private void claim(long writing, long newCapacity) {
        long coming = limits.reservation(newCapacity);
        retention.makeRoom(folder, writing, coming);
        try {
            note(record().reserving(coming));
        } catch (RecordingException e) {
            LOG.debug("the claim of {} is not noted", folder, e);
        }
    }

    private long claimed() {
        return capacity == 0 ? LEFT_OPEN : limits.reservation(capacity);
    }

    private RecordingWriter nextFile(List<StreamEnd> ends) {
        number++;
        Segment segment = Segment.of(folder, number);
        RecordingWriter writer = RecordingWriter.createLive(segment.path());
        try {
            writer.run(run.orElseThrow());
            writer.resume(ends);
            writer.commit();
        } catch (RecordingException e) {
            BackgroundClose.close(writer);
            segment.delete();
            throw e;
        }
        began = clock.nanos();
        return writer;
    }

    private RunRecord record() {
        return about.orElseThrow(() -> new IllegalStateException("the run has not begun"));
    }

    private void note(RunRecord now) {
        now.write(folder);
        about = Optional.of(now);
    }

    @Override
    public void closed(Optional<String> failure) {
        closing.await();
        try {
            Instant now = clock.now();
            note(record().ended(now, failure));
        } catch (RecordingException e) {
            LOG.debug("the end of {} is not noted", folder, e);
        }
    }
}
