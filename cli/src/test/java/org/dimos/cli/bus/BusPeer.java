package org.dimos.cli.bus;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.RecordOptions;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.core.array.Bytes;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.transport.lcm.LcmTransport;
import org.dimos.core.transport.lcm.LcmUrl;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.msgs.std.Header;

/** A process on the bus, for tests: sends pictures of given sizes, or records those that come. */
public final class BusPeer {
    /** Sizes of the pictures in bytes, around those at which LCM cuts messages. */
    public static final List<Integer> SIZES =
            List.of(1, 100, 65_000, 65_400, 65_470, 65_500, 131_000, 1_000_000, 3_000_000, 10_000_000);

    /** The stream they are on. */
    public static final String STREAM = "picture";

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int ROUNDS = 2;

    private BusPeer() {}

    /** What is sent, in order. */
    public static List<CompressedImage> pictures() {
        return SIZES.stream()
                .flatMap(size -> IntStream.range(0, ROUNDS).mapToObj(round -> picture(size, round)))
                .toList();
    }

    /** What is sent on the channel {@code /raw}. */
    public static Bytes raw(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private static CompressedImage picture(int size, int round) {
        return new CompressedImage(Header.of(1_700_000_000_000_000_000L + size + round, "camera"), "raw", raw(size));
    }

    /** {@code publish}, {@code raw}, or {@code collect FILE COUNT}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Settings settings = Settings.none().withEnvironment(System.getenv());
        switch (args[0]) {
            case "publish" -> publish(settings);
            case "raw" -> sendRaw();
            case "collect" -> collect(settings, Path.of(args[1]).toAbsolutePath(), Integer.parseInt(args[2]));
            default -> throw new IllegalArgumentException(Arrays.toString(args));
        }
    }

    private static void publish(Settings settings) {
        Graph graph = Blueprint.module(Camera.class).lcm(STREAM).start(settings);
        graph.part("Camera", Camera.class).publishAll();
        graph.close();
        requireBalance(graph);
    }

    private static void sendRaw() {
        try (LcmTransport transport = LcmTransport.open(LcmUrl.of(System.getenv()))) {
            SIZES.forEach(size -> transport.send("/raw", raw(size)));
        }
    }

    private static void collect(Settings settings, Path file, int count) throws IOException, InterruptedException {
        Graph graph = Blueprint.module(Screen.class)
                .lcm(STREAM)
                .record(RecordOptions.to(file).withStreams(List.of(STREAM)))
                .start(settings);
        Files.createFile(file.resolveSibling("ready"));
        boolean all = graph.part("Screen", Screen.class).await(count);
        graph.close();
        requireBalance(graph);
        System.out.println(graph.links() + " " + graph.transports());
        System.exit(all ? 0 : 1);
    }

    private static void requireBalance(Graph graph) {
        if (!graph.report().stream().allMatch(StreamReport::isBalanced)) {
            throw new IllegalStateException("not balanced: " + graph.report());
        }
    }

    /** Publishes the pictures when it is told to. */
    static final class Camera implements RobotModule {
        public record Ports(Out<CompressedImage> picture) {}

        private final Ports ports;

        @Inject
        Camera(Ports ports) {
            this.ports = ports;
        }

        void publishAll() {
            pictures().forEach(ports.picture()::publish);
        }
    }

    /** Hands on what comes, so that it is recorded, and counts it. */
    static final class Screen implements RobotModule {
        public record Ports(In<CompressedImage> picture) {}

        private final Ports ports;
        private final AtomicInteger seen = new AtomicInteger();

        @Inject
        Screen(Ports ports) {
            this.ports = ports;
        }

        @Override
        public void start() {
            var unused = ports.picture().all().subscribe(picture -> seen.incrementAndGet());
        }

        boolean await(int count) throws InterruptedException {
            CountDownLatch never = new CountDownLatch(1);
            long looks = LIMIT.toMillis() / 50;
            for (int look = 0; look < looks && seen.get() < count; look++) {
                var unused = never.await(50, TimeUnit.MILLISECONDS);
            }
            return seen.get() >= count;
        }
    }
}
