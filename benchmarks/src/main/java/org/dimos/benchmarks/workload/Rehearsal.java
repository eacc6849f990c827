package org.dimos.benchmarks.workload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.dimos.benchmarks.traffic.Traffic;
import org.dimos.core.bus.Bus;
import org.dimos.core.time.Timeline;
import org.dimos.record.FileTarget;
import org.dimos.record.RecordedCount;
import org.dimos.record.Recorder;
import org.dimos.record.RecorderConfig;
import org.dimos.record.RecorderReport;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.RecordingFile;

/** Records a traffic for a time, in real time, then compares what was sent with what the recorder and the file say. */
public final class Rehearsal {
    private final Traffic traffic;
    private final Duration time;
    private final boolean hindered;

    public Rehearsal(Traffic traffic, Duration time, boolean hindered) {
        this.traffic = traffic;
        this.time = time;
        this.hindered = hindered;
    }

    /** Records into a new file. */
    public Result run(Path file) {
        Bus bus = new Bus();
        try (Timeline timeline = Timeline.live()) {
            Publisher publisher = new Publisher(bus, traffic, timeline.clock());
            Recorder recorder = new Recorder(
                    new FileTarget(file),
                    new RecorderConfig().withCloseLimit(Duration.ofMinutes(1)),
                    timeline.clock(),
                    "rehearsal");
            publisher.channels().forEach(recorder::record);
            recorder.start();
            bus.open();
            Map<String, Long> sent = publisher.run(
                    time,
                    hindered ? Hindrance.stallAndLock(file, timeline.clock(), time) : Hindrance.none(timeline.clock()));
            RecorderReport report = recorder.stop();
            return new Result(streams(sent, report, file), publisher.longest(), publisher.latest());
        }
    }

    private static Map<String, Fate> streams(Map<String, Long> sent, RecorderReport report, Path file) {
        Map<String, Fate> streams = new TreeMap<>();
        try (RecordingFile recording = RecordingFile.open(file)) {
            Map<String, StreamInfo> infos = new TreeMap<>();
            recording.streams().forEach(info -> infos.put(info.name(), info));
            for (RecordedCount count : report.streams()) {
                StreamInfo info = infos.get(count.stream());
                streams.put(
                        count.stream(),
                        new Fate(
                                sent.getOrDefault(count.stream(), 0L),
                                count.stored(),
                                count.lost(),
                                info == null ? 0 : info.messages(),
                                info == null ? 0 : info.lost(),
                                info == null ? 0 : info.bytes()));
            }
        }
        return streams;
    }

    /**
     * What became of the messages of a stream.
     *
     * @param sent messages published
     * @param stored messages that the recorder says are stored
     * @param lost messages that the recorder says are lost
     * @param rows messages in the file
     * @param losses messages that the file says are lost
     * @param bytes size of the payloads in the file
     */
    public record Fate(long sent, long stored, long lost, long rows, long losses, long bytes) {

        /** Whether every message is accounted for, by the recorder and by the file. */
        public boolean isWhole() {
            return stored + lost == sent && rows == stored && losses == lost;
        }

        Fate plus(Fate other) {
            return new Fate(
                    sent + other.sent,
                    stored + other.stored,
                    lost + other.lost,
                    rows + other.rows,
                    losses + other.losses,
                    bytes + other.bytes);
        }
    }

    /**
     * How it went.
     *
     * @param streams what became of the messages, per stream
     * @param longest the longest time that publishing one message took
     * @param latest the longest time by which a message went out too late
     */
    public record Result(Map<String, Fate> streams, Duration longest, Duration latest) {

        /** All streams together. */
        public Fate total() {
            return streams.values().stream().reduce(new Fate(0, 0, 0, 0, 0, 0), Fate::plus);
        }

        /** Whether every message of every stream is accounted for. */
        public boolean isWhole() {
            return streams.values().stream().allMatch(Fate::isWhole);
        }
    }
}
