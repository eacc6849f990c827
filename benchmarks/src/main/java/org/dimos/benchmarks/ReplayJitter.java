package org.dimos.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.dimos.benchmarks.report.Scratch;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.Channel;
import org.dimos.core.bus.Envelope;
import org.dimos.core.bus.Receiver;
import org.dimos.core.bus.ReceiverReport;
import org.dimos.core.time.Timeline;
import org.dimos.record.Player;
import org.dimos.record.Recording;
import org.dimos.record.imports.ImportListener;
import org.dimos.record.imports.ImportOptions;
import org.dimos.record.imports.Importer;
import org.dimos.record.replay.StreamView;

/**
 * The workload W-JIT: plays a recording in real time and measures when each message arrives against when it should have.
 * The jitter of a message is the distance of its phase from the median phase.
 *
 * <p>Arguments: the recording or a bag, the speed (1 if left out), and for how many microseconds before each message the
 * player watches the clock instead of sleeping (0 if left out).
 */
public final class ReplayJitter {
    /** So that it is not the measuring itself that is slow at first. */
    static final int WARM_UP_MESSAGES = 20_000;

    private final Map<String, Arrivals> arrivals = new TreeMap<>();
    private long lastStamp = Long.MIN_VALUE;
    private boolean inOrder = true;

    /** Notes when the messages of one stream arrive. */
    private final class Listener implements Receiver<Object> {
        private final Arrivals arrivals;

        Listener(Arrivals arrivals) {
            this.arrivals = arrivals;
        }

        @Override
        public void receive(Envelope<Object> message) {
            arrivals.add(message.timestampNanos(), System.nanoTime());
            inOrder &= message.timestampNanos() >= lastStamp;
            lastStamp = message.timestampNanos();
        }

        @Override
        public ReceiverReport report() {
            return new ReceiverReport("jitter", "all", arrivals.count(), 0, 0);
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1) {
            System.err.println("usage: ReplayJitter RECORDING|BAG [SPEED [SPIN_US]]");
            System.exit(2);
        }
        double speed = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
        Duration spin = Duration.of(arguments.length > 2 ? Long.parseLong(arguments[2]) : 0, ChronoUnit.MICROS);
        Path folder = Files.createTempDirectory("dimos-jitter");
        try {
            Path file = recording(Path.of(arguments[0]), folder);
            new ReplayJitter().warmUp();
            new ReplayJitter().play(Recording.open(file).speed(speed).spin(spin));
        } finally {
            Scratch.deleteAll(folder);
        }
    }

    /** A recording as it is, or what a bag becomes in a folder for throw-away files. */
    static Path recording(Path file, Path folder) {
        if (!file.toString().endsWith(".bag")) {
            return file;
        }
        Path made = folder.resolve("memory.db");
        Importer.importBag(file, made, ImportOptions.defaults(), ImportListener.none());
        return made;
    }

    private void warmUp() {
        Listener listener = new Listener(new Arrivals());
        Envelope<Object> message = Envelope.at("", 0, 0);
        for (int i = 0; i < WARM_UP_MESSAGES; i++) {
            listener.receive(message);
        }
    }

    private void play(Recording recording) throws Exception {
        Bus bus = new Bus();
        Map<String, Channel<?>> channels = new TreeMap<>();
        for (StreamView stream : recording.streams()) {
            stream.type().ifPresent(type -> channels.put(stream.name(), listen(bus, stream.name(), type)));
        }
        CompletableFuture<Void> finished = new CompletableFuture<>();
        Timeline timeline = Timeline.replay(
                recording.startNanos(),
                recording.options().speed(),
                recording.options().spin());
        Player player = new Player(recording, channels, bus, timeline, finished);
        player.start();
        bus.open();
        timeline.begin();
        finished.get();
        player.close();
        timeline.close();
        print(player, recording.options().speed());
    }

    @SuppressWarnings("unchecked") // a receiver of objects takes the messages of any stream
    private <T> Channel<T> listen(Bus bus, String stream, Class<T> type) {
        Channel<T> channel = bus.channel(stream, type);
        Arrivals noted = arrivals.computeIfAbsent(stream, name -> new Arrivals());
        ((Channel<Object>) channel).add(new Listener(noted));
        return channel;
    }

    private void print(Player player, double speed) {
        Arrivals.print(arrivals, speed);
        System.out.printf(
                Locale.ROOT,
                "lateness of all %d messages, %s, %s priority: p50 %.3f ms, p99 %.3f ms, max %.3f ms%n",
                player.lateness().count(),
                inOrder ? "all in order" : "NOT IN ORDER",
                player.isRealTime() ? "real-time" : "ordinary",
                player.lateness().percentile(50).toNanos() / 1e6,
                player.lateness().percentile(99).toNanos() / 1e6,
                player.lateness().max().toNanos() / 1e6);
    }
}
