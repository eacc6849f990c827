package org.dimos.cli.studio.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Lane;
import org.dimos.cli.studio.state.Lanes;
import org.dimos.cli.studio.state.Span;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.Producer;
import org.dimos.record.Rate;
import org.dimos.record.RecordingReader;
import org.dimos.record.RecordingSource;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;
import org.dimos.record.sqlite.Cursor;

/**
 * A recording of no messages that says of itself what a real one does.
 *
 * @param name what it is called
 * @param streams what it holds
 * @param gaps what was taken out of it
 */
public record FakeRecording(String name, List<StreamInfo> streams, List<Gap> gaps) implements RecordingSource {
    /** When it begins. */
    public static final long START = 1_700_000_000_000_000_000L;

    /** A second. */
    public static final long SECOND = 1_000_000_000L;

    /** A minute of a robot with a camera, in two modules. */
    public static FakeRecording ofRobot() {
        return new FakeRecording(
                "run.db",
                List.of(
                        stream("lidar", "sensor_msgs.PointCloud2", "SimConnection", 10, 40_000),
                        stream("odom", "nav_msgs.Odometry", "SimConnection", 50, 700),
                        stream("color_image", "sensor_msgs.Image", "SimConnection", 15, 20_000),
                        stream("cmd_vel", "geometry_msgs.Twist", "Explorer", 2, 48)),
                List.of());
    }

    /** One of many streams. */
    public static FakeRecording of(int count) {
        List<StreamInfo> streams = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = i % 7 == 3 ? "a_stream_with_a_name_that_is_far_too_long_for_its_place_" + i : "stream_" + i;
            streams.add(stream(name, "std_msgs.Int32", "Module" + i / 10, 1 + i, 4));
        }
        return new FakeRecording("many.db", streams, List.of());
    }

    /** A stream of a minute. */
    public static StreamInfo stream(String name, String type, String module, double hertz, long bytes) {
        long messages = Math.round(60 * hertz);
        return new StreamInfo(
                name,
                type,
                Optional.empty(),
                "lz4+lcm",
                messages,
                START,
                START + 60 * SECOND - 1,
                messages * bytes,
                Optional.of(new Rate(hertz, hertz, hertz)),
                List.of(),
                module.isEmpty() ? Optional.empty() : Optional.of(new Producer(module, List.of())));
    }

    /** It opened. */
    public Document document() {
        return Document.open(this);
    }

    /** What lanes show of it: what streams say, evenly; every fifth of the minute a different pause. */
    public Lanes lanes(Span span, int bins) {
        Map<String, Lane> lanes = new HashMap<>();
        for (int s = 0; s < streams.size(); s++) {
            StreamInfo stream = streams.get(s);
            long[] messages = new long[bins];
            long[] bytes = new long[bins];
            long[] lost = new long[bins];
            double hertz = stream.rate().orElseThrow().mean();
            for (int i = 0; i < bins; i++) {
                double from = (span.at(i / (double) bins) - START) / 1e9;
                double to = (span.at((i + 1) / (double) bins) - START) / 1e9;
                boolean pause = (int) (from / 12) == 1 + s % 4 && from % 12 < 3;
                messages[i] = pause ? 0 : (long) (Math.floor(to * hertz) - Math.floor(from * hertz));
                bytes[i] = messages[i] * stream.bytes() / stream.messages();
                lost[i] = s == 1 && from >= 50 && from < 51 ? 3 : 0;
            }
            lanes.put(stream.name(), new Lane(messages, bytes, lost));
        }
        return new Lanes(span, lanes);
    }

    @Override
    public RecordingReader open() {
        return new Reader(this);
    }

    private record Reader(FakeRecording recording) implements RecordingReader {
        @Override
        public List<StreamInfo> streams() {
            return recording.streams();
        }

        @Override
        public Optional<RunInfo> run() {
            return Optional.empty();
        }

        @Override
        public List<Loss> losses() {
            return List.of();
        }

        @Override
        public List<Gap> gaps() {
            return recording.gaps();
        }

        @Override
        public Cursor cursor(String stream, long fromNanos, long toNanos) {
            throw new AssertionError("nobody asked for messages");
        }

        @Override
        public Optional<Observation<?>> lastBefore(String stream, long nanos) {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
