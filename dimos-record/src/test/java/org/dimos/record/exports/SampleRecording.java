package org.dimos.record.exports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.dimos.core.array.Bytes;
import org.dimos.core.array.Floats;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Opaque;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.PoseStamped;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.geometry.Vector3;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.LaserScan;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.std.Time;
import org.dimos.record.JpegImages;
import org.dimos.record.Observation;
import org.dimos.record.RunInfo;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;

/** A recording with streams of all kinds that there are, filled at random. */
public final class SampleRecording {
    private static final long START = 1_700_000_000_000_000_000L;

    private SampleRecording() {}

    /** A record of Java's own. */
    public record Note(String text, List<Integer> numbers, Bytes data) {}

    /** A record with a name in LCM, of a package that the program does not come with. */
    @LcmType("sample_msgs.Wheel")
    public record Wheel(Header header, double speed, Floats forces, List<String> names) {}

    /** A record that ROS 2 cannot express. */
    @LcmType("sample_msgs.Tree")
    public record Tree(int value, List<Tree> children) {}

    /** Writes {@code count} messages on each stream. */
    public static void write(Path file, long seed, int count) {
        Random random = new Random(seed);
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            writer.run(RunInfo.of("sample", START));
            stream(writer, spec("odom", PoseStamped.class), random, count, () -> pose(random));
            stream(writer, spec("robot0/cmd_vel", Twist.class), random, count, () -> twist(random));
            stream(writer, spec("scan", LaserScan.class).withCodec("lz4+lcm"), random, count, () -> scan(random));
            stream(writer, spec("depth", Image.class), random, count, () -> image(random, "16UC1"));
            stream(
                    writer,
                    spec("camera", Image.class).withCodec("jpeg"),
                    random,
                    count,
                    () -> JpegImages.encode(image(random, "mono8")));
            stream(writer, spec("cpu", Double.class), random, count, random::nextGaussian);
            stream(writer, spec("count", Long.class), random, count, random::nextLong);
            stream(writer, spec("on", Boolean.class), random, count, random::nextBoolean);
            stream(writer, spec("log", String.class), random, count, () -> "entry ä " + random.nextInt());
            stream(writer, spec("notes", Note.class), random, count, () -> note(random));
            stream(writer, spec("wheel", Wheel.class), random, count, () -> wheel(random));
            stream(
                    writer,
                    spec("tree", Tree.class),
                    random,
                    count,
                    () -> new Tree(random.nextInt(), List.of(new Tree(random.nextInt(), List.of()))));
            stream(writer, StreamSpec.opaque("vendor", "vendor/Thing", "ros1"), random, count, () -> opaque(random));
        }
    }

    private static StreamSpec spec(String name, Class<?> type) {
        return StreamSpec.of(name, type);
    }

    private static void stream(
            RecordingWriter writer, StreamSpec spec, Random random, int count, Supplier<Object> payloads) {
        long at = START + random.nextInt(1_000_000_000);
        for (int i = 0; i < count; i++) {
            at += 1 + random.nextInt(100) * 1_000_000L;
            Object payload = payloads.get();
            // Microseconds survive the double in which a recording keeps time.
            long time = payload instanceof Stamped stamped ? stamped.stampNanos() : at / 1000 * 1000;
            writer.stream(spec).append(Observation.of(spec.name(), time, time + random.nextInt(10_000_000), payload));
        }
        writer.commit();
    }

    private static Header header(Random random) {
        return new Header(random.nextInt(1000), new Time(1_700_000_000, 1000 * random.nextInt(1_000_000)), "frame");
    }

    private static PoseStamped pose(Random random) {
        return new PoseStamped(
                header(random),
                new Pose(
                        new Point(random.nextDouble(), random.nextDouble(), 0),
                        Pose.identity().orientation()));
    }

    private static Twist twist(Random random) {
        return new Twist(new Vector3(random.nextGaussian(), 0, 0), new Vector3(0, 0, random.nextGaussian()));
    }

    private static LaserScan scan(Random random) {
        float[] ranges = new float[random.nextInt(700)];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = random.nextFloat();
        }
        return new LaserScan(
                header(random), -1, 1, 0.1f, 0, 0.1f, 0, 10, Floats.wrap(ranges), Floats.wrap(new float[0]));
    }

    private static Image image(Random random, String encoding) {
        int width = 1 + random.nextInt(40);
        int height = 1 + random.nextInt(40);
        int step = encoding.equals("mono8") ? width : 2 * width;
        byte[] data = new byte[height * step];
        random.nextBytes(data);
        return new Image(header(random), height, width, encoding, (byte) 0, step, Bytes.wrap(data));
    }

    private static Note note(Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            numbers.add(random.nextInt());
        }
        return new Note("note " + random.nextInt(), numbers, Bytes.wrap(new byte[random.nextInt(20)]));
    }

    private static Wheel wheel(Random random) {
        Floats forces = Floats.wrap(new float[] {random.nextFloat(), random.nextFloat()});
        return new Wheel(header(random), random.nextDouble(), forces, List.of("a", ""));
    }

    private static Opaque opaque(Random random) {
        byte[] data = ("bytes " + random.nextInt()).getBytes(StandardCharsets.UTF_8);
        return new Opaque("vendor/Thing", new Encoded("ros1", Bytes.wrap(data)));
    }
}
