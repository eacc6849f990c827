package org.dimos.record.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.Opaque;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.std.Header;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Observation;
import org.dimos.record.Producer;
import org.dimos.record.RunInfo;
import org.dimos.record.Tags;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** Small recordings with everything in them that an edit could lose. */
final class RandomRecordings {
    static final long START = 1_780_000_000_000_000_000L;
    static final long STEP = 100_000_000L;
    static final int STEPS = 60;

    private final Random random;

    RandomRecordings(Random random) {
        this.random = random;
    }

    void write(Path file) {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            writer.run(new RunInfo("office", "17", START - 5));
            List<StreamSpec> specs = new ArrayList<>(List.of(
                    StreamSpec.opaque("lidar", "vendor/Scan", "ros1"),
                    StreamSpec.of("robot0/odom", PoseStamped.class),
                    StreamSpec.of("cpu", Double.class),
                    StreamSpec.of("camera_info", String.class),
                    StreamSpec.of("calibration", String.class).withCodec("lz4+text"),
                    StreamSpec.of("tf_static", String.class),
                    StreamSpec.of("never", Long.class)));
            for (StreamSpec spec : specs) {
                Producer producer = new Producer("Robot", List.of("lidar", "cpu"));
                fill(writer.stream(random.nextBoolean() ? spec : spec.withProducer(producer)));
            }
            losses(writer, specs);
            if (random.nextInt(3) == 0) {
                writer.gaps(List.of(
                        new Gap(Optional.empty(), time(5), time(9)),
                        new Gap(Optional.of("lidar"), time(20), time(30))));
            }
        }
    }

    private void losses(RecordingWriter writer, List<StreamSpec> specs) {
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(STEPS);
            String stream = specs.get(random.nextInt(specs.size())).name();
            long unused = writer.loss(
                    new Loss(stream, time(from), time(from + random.nextInt(4)), 1 + random.nextInt(9), "queue full"));
        }
    }

    private void fill(RecordingStream stream) {
        String name = stream.spec().name();
        int rows = switch (name) {
            case "never" -> 0;
            case "tf_static" -> random.nextInt(3);
            default -> random.nextInt(16);
        };
        int stamp = random.nextInt(STEPS);
        for (int i = 0; i < rows; i++) {
            int at = name.equals("calibration") ? stamp : random.nextInt(STEPS);
            long unused = stream.append(observation(name, time(at), i));
        }
    }

    private Observation<?> observation(String stream, long nanos, int number) {
        Object payload = switch (stream) {
            case "lidar" -> new Opaque("vendor/Scan", new Encoded("ros1", Bytes.copyOf((byte) number, (byte) 7)));
            case "robot0/odom" -> new PoseStamped(Header.of(nanos, "world"), Pose.planar(number, 1, 0.5));
            case "cpu" -> number / 4.0;
            default -> stream + " value " + number;
        };
        Observation<?> observation = Observation.of(stream, nanos, nanos + random.nextInt(1000), payload);
        Observation<?> tagged =
                random.nextBoolean() ? observation.withTags(Tags.of(Map.of("place", "room" + number))) : observation;
        return random.nextInt(3) == 0 ? tagged.withPose(Pose.planar(number, number, 0)) : tagged;
    }

    static long time(int step) {
        return START + step * STEP;
    }
}
