package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.DirectedReplayTest.Witness;
import org.dimos.blueprint.Toys.Estimator;
import org.dimos.blueprint.Toys.Sensor;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.bus.StreamReport;
import org.dimos.core.time.Timeline;
import org.dimos.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsFastAsPossibleIT {
    private static final int RUNS = 1000;
    private static final long MESSAGES = 10;

    /** One of its inputs has room for a single message, the other keeps the newest only, and now and then it is slow. */
    private static final Blueprint PROGRAM = autoconnect(
            module(Sensor.class).defaultRecordModules(Sensor.class), module(Estimator.class), module(Witness.class));

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyMessageSentIsDeliveredInEveryRunToASlowConsumer() throws Exception {
        Path file = folder.resolve("run.db");
        TestScheduler time = new TestScheduler();
        try (Graph graph = PROGRAM.record(file).start(Settings.none(), Timeline.virtual(time))) {
            time.advanceTimeBy(MESSAGES * 100, TimeUnit.MILLISECONDS);
        }
        Blueprint replay = PROGRAM.replay(Recording.open(file).asFastAsPossible());
        for (int run = 0; run < RUNS; run++) {
            Graph graph = replay.start();
            graph.ended().toCompletableFuture().get(20, TimeUnit.SECONDS);
            graph.close();
            for (StreamReport stream : graph.report()) {
                assertThat(stream.sent()).as("run %d: %s", run, stream).isEqualTo(MESSAGES);
                assertThat(stream.receivers())
                        .as("run %d: %s", run, stream)
                        .allMatch(receiver -> receiver.delivered() == MESSAGES && receiver.dropped() == 0);
            }
        }
    }
}
