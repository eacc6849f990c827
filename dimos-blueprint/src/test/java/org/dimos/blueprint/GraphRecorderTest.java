package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Toys.Estimator;
import org.dimos.blueprint.Toys.Sensor;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.time.Timeline;
import org.dimos.record.Recording;
import org.dimos.record.StreamInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphRecorderTest {
    private static final Blueprint PROGRAM =
            autoconnect(module(Sensor.class).defaultRecordModules(Sensor.class), module(Estimator.class));

    @TempDir
    Path folder = Path.of("");

    private final TestScheduler time = new TestScheduler(1_700_000_000_000L, TimeUnit.MILLISECONDS);

    private Graph start(Path file) {
        return PROGRAM.record(file).start(Settings.none(), Timeline.virtual(time));
    }

    private static Map<String, Long> messages(Path file) {
        Map<String, Long> messages = new TreeMap<>();
        for (StreamInfo stream : Recording.open(file).recorded()) {
            messages.put(stream.name(), stream.messages());
        }
        return messages;
    }

    @Test
    void aModuleIsRecordedFromTheMomentItIsAdded() {
        Path file = folder.resolve("run.db");
        try (Graph graph = start(file)) {
            time.advanceTimeBy(1, TimeUnit.SECONDS);
            graph.recorders().get(0).add("Estimator");
            time.advanceTimeBy(1, TimeUnit.SECONDS);
        }
        assertThat(messages(file)).isEqualTo(Map.of("reading", 20L, "speed", 20L, "estimate", 10L));
        assertThat(Recording.open(file).recorded())
                .filteredOn(stream -> stream.name().equals("estimate"))
                .allSatisfy(stream ->
                        assertThat(stream.producer().orElseThrow().module()).isEqualTo("Estimator"));
    }

    @Test
    void aStreamIsLeftOutAndTakenUpAgainWhileTheOthersGoOn() {
        Path file = folder.resolve("run.db");
        try (Graph graph = start(file)) {
            GraphRecorder recorder = graph.recorders().get(0);
            time.advanceTimeBy(500, TimeUnit.MILLISECONDS);
            recorder.remove("speed");
            time.advanceTimeBy(1, TimeUnit.SECONDS);
            recorder.add("speed");
            time.advanceTimeBy(500, TimeUnit.MILLISECONDS);
            recorder.remove("Sensor");
            time.advanceTimeBy(500, TimeUnit.MILLISECONDS);
            assertThat(recorder.report().lost()).isZero();
        }
        assertThat(messages(file)).isEqualTo(Map.of("reading", 20L, "speed", 10L));
    }

    @Test
    void whatIsNotThereIsToldWithTheNearest() {
        try (Graph graph = start(folder.resolve("run.db"))) {
            GraphRecorder recorder = graph.recorders().get(0);
            assertThatThrownBy(() -> recorder.add("Estimater"))
                    .isInstanceOf(BlueprintException.class)
                    .hasMessageContaining("did you mean 'Estimator'?");
            assertThatThrownBy(() -> recorder.remove("spead")).hasMessageContaining("did you mean 'speed'?");
        }
    }
}
