package org.dimos.record.rolling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Opaque;
import org.dimos.record.Batch;
import org.dimos.record.NoRoomException;
import org.dimos.record.Observation;
import org.dimos.record.RunInfo;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.Row;
import org.dimos.record.sqlite.RowEncoder;
import org.dimos.record.sqlite.StreamSpec;

/** Writes a run as a recorder does, in a time of its own. */
final class RunScript implements AutoCloseable {
    static final long START = 1_780_000_000_000_000_000L;

    final AtomicLong time;
    final StateFolder state;
    final Path folder;
    final SegmentedTarget target;
    private RecordingWriter writer;

    RunScript(Path statePath, String name, Limits limits, AtomicLong time) {
        this.time = time;
        state = new StateFolder(statePath);
        folder = state.runsPath().resolve(name);
        target = new SegmentedTarget(state, folder, limits, time::get, () -> Long.MAX_VALUE / 2);
        writer = target.open(RunInfo.of("test", time.get()));
    }

    RunScript(Path statePath, Limits limits) {
        this(statePath, "20260101-000000-test-0000", limits, new AtomicLong(START));
    }

    /** Writes one message in a transaction of its own, a second after the one before; false if there was no room. */
    boolean write(String stream, int size) {
        long now = time.addAndGet(Duration.ofSeconds(1).toNanos());
        return write(stream, now, size);
    }

    boolean write(String stream, long stamp, int size) {
        StreamSpec spec = StreamSpec.opaque(stream, "test.Bytes", "test");
        return append(spec, row(spec, stamp, size));
    }

    private boolean append(StreamSpec spec, Row row) {
        try {
            writer = target.prepare(writer, new Batch(row.footprint(), Set.of(spec.name())));
        } catch (NoRoomException e) {
            return false;
        }
        writer.stream(spec).append(row);
        writer.commit();
        return true;
    }

    private static Row row(StreamSpec spec, long stamp, int size) {
        byte[] data = new byte[size];
        Arrays.fill(data, (byte) 7);
        Opaque payload = new Opaque("test.Bytes", new Encoded("test", Bytes.wrap(data)));
        return new RowEncoder(spec).encode(Observation.of(spec.name(), stamp, stamp, payload));
    }

    /** Goes on in a new segment with the next message. */
    void waitForNextSegment() {
        time.addAndGet(Duration.ofHours(1).toNanos());
    }

    RunSource source() {
        return new RunSource(folder);
    }

    /** What all files of a folder take of the disk, as {@code du} counts. */
    static long du(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(RunScript::blocks).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            return du(folder);
        }
    }

    private static long blocks(Path file) {
        try {
            return (Files.size(file) + 4095) / 4096 * 4096;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the run as a process does that is killed: the last segment with its log, and no end noted. */
    void abandon() {
        writer.close();
    }

    @Override
    public void close() {
        writer.close();
        target.closed(Optional.empty());
    }
}
