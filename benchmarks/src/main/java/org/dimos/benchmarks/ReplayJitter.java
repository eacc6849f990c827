package org.dimos.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
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
 * The workload W-JIT: plays a bag in real time and measures when each message arrives against when it should have. Says
 * for the worst stream what the jitter is: the distance of a message's phase from the median phase of its stream.
 *
 * <p>Arguments: the bag, and the speed (1 if left out).
 */
public final class ReplayJitter {
    private final Map<String, Arrivals> arrivals = new TreeMap<>();
    private final double speed;

    private ReplayJitter(double speed) {
        this.speed = speed;
    }

    /** Notes when the messages of one stream arrive. */
    private static final class Arrivals implements Receiver<Object> {
        private final List<Long> due = new ArrayList<>();
        private final List<Long> arrived = new ArrayList<>();

        @Override
        public void receive(Envelope<Object> message) {
            arrived.add(System.nanoTime());
            due.add(message.timestampNanos());
        }

        @Override
        public ReceiverReport report() {
            return new ReceiverReport("jitter", "all", due.size(), 0, 0);
        }

        Jitter jitter(double speed) {
            return Jitter.of(due, arrived, speed);
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1) {
            System.err.println("usage: ReplayJitter BAG [SPEED]");
            System.exit(2);
        }
        double speed = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
        Path folder = Files.createTempDirectory("dimos-jitter");
        try {
            Path file = folder.resolve("memory.db");
            Importer.importBag(Path.of(arguments[0]), file, ImportOptions.defaults(), ImportListener.none());
            new ReplayJitter(speed).play(Recording.open(file).speed(speed));
        } finally {
            TemporaryRecorder.deleteAll(folder);
        }
    }

    private void play(Recording recording) throws Exception {
        Bus bus = new Bus();
        Map<String, Channel<?>> channels = new TreeMap<>();
        for (StreamView stream : recording.streams()) {
            stream.type().ifPresent(type -> channels.put(stream.name(), listen(bus, stream.name(), type)));
        }
        CompletableFuture<Void> finished = new CompletableFuture<>();
        Timeline timeline = Timeline.replay(recording.startNanos(), recording.speed());
        Player player = new Player(recording, channels, timeline, finished);
        player.start();
        bus.open();
        timeline.begin();
        finished.get();
        player.close();
        timeline.close();
        print(player);
    }

    @SuppressWarnings("unchecked") // a receiver of objects takes the messages of any stream
    private <T> Channel<T> listen(Bus bus, String stream, Class<T> type) {
        Channel<T> channel = bus.channel(stream, type);
        Arrivals receiver = new Arrivals();
        arrivals.put(stream, receiver);
        ((Channel<Object>) channel).add(receiver);
        return channel;
    }

    private void print(Player player) {
        Jitter worst = new Jitter(0, 0, 0, 0, 0);
        for (Map.Entry<String, Arrivals> stream : arrivals.entrySet()) {
            Jitter jitter = stream.getValue().jitter(speed);
            System.out.printf(Locale.ROOT, "%-20s %s%n", stream.getKey(), jitter);
            worst = jitter.p99() > worst.p99() ? jitter : worst;
        }
        System.out.printf(Locale.ROOT, "%-20s %s%n", "worst stream", worst);
        System.out.printf(
                Locale.ROOT,
                "lateness of all %d messages: p50 %.3f ms, p99 %.3f ms, max %.3f ms%n",
                player.lateness().count(),
                player.lateness().percentile(50).toNanos() / 1e6,
                player.lateness().percentile(99).toNanos() / 1e6,
                player.lateness().max().toNanos() / 1e6);
    }
}
