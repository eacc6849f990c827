package org.dimos.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dimos.blueprint.Toys.Estimator;
import org.dimos.blueprint.Toys.Sensor;
import org.dimos.blueprint.config.Settings;
import org.dimos.blueprint.verify.Basis;
import org.dimos.blueprint.verify.Verification;
import org.dimos.blueprint.verify.Verified;
import org.dimos.blueprint.verify.VerifyReport;
import org.dimos.core.time.Timeline;
import org.dimos.record.FileSource;
import org.dimos.record.Recording;
import org.dimos.record.compare.Tolerances;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static final Blueprint PROGRAM = autoconnect(module(Sensor.class), module(Estimator.class));

    @TempDir
    Path folder;

    private Path file = Path.of("unset");

    @BeforeEach
    void record() {
        file = record("all.db", "*");
    }

    private Path record(String name, String streams) {
        Path target = folder.resolve(name);
        TestScheduler time = new TestScheduler(1_700_000_000_000L, TimeUnit.MILLISECONDS);
        Blueprint recorded = PROGRAM.record(RecordOptions.to(target).withStreams(List.of(streams)));
        try (Graph graph = recorded.start(Settings.none(), Timeline.virtual(time))) {
            time.advanceTimeBy(1, TimeUnit.SECONDS);
        }
        return target;
    }

    private VerifyReport verify(Blueprint program) {
        return Verification.of(program, Recording.open(file)).run();
    }

    @Test
    void runsWhatIsDerivedOnWhatIsNot() {
        VerifyReport report = verify(PROGRAM);
        assertThat(report.modules()).containsExactly("Estimator");
        assertThat(report.played()).containsExactly("reading");
        assertThat(report.isEqual()).isTrue();
        assertThat(report.streams())
                .singleElement()
                .satisfies(stream -> assertThat(stream.basis()).isEqualTo(Basis.RECORDING))
                .satisfies(stream -> assertThat(stream.comparison().left()).isEqualTo(10));
    }

    @Test
    void namesTheFirstDifferenceAndTheInputsBefore() {
        VerifyReport report = verify(PROGRAM.configure("Estimator", "factor", 11));
        Verified first = report.first().orElseThrow();
        assertThat(first.comparison().different()).isEqualTo(9);
        assertThat(first.comparison().first().orElseThrow()).satisfies(difference -> {
            assertThat(difference.stream()).isEqualTo("estimate");
            assertThat(difference.field()).isEqualTo("number");
            assertThat(difference.left()).isEqualTo("10");
            assertThat(difference.right()).isEqualTo("11");
            assertThat(difference.number()).isEqualTo(2);
        });
        assertThat(first.inputs()).containsExactly(new Verified.LastInput("reading", 2, 1_700_000_000_200_000_000L));
    }

    @Test
    void toleratesWhatItIsTold() {
        Verification changed = Verification.of(PROGRAM.configure("Estimator", "factor", 11), Recording.open(file));
        assertThat(changed.within(Tolerances.of(Map.of("estimate.number", 9.0)))
                        .run()
                        .isEqual())
                .isTrue();
        assertThat(changed.within(Tolerances.of(Map.of("estimate.number", 8.0)))
                        .run()
                        .isEqual())
                .isFalse();
        assertThatThrownBy(() -> changed.within(Tolerances.of(Map.of("reading.number", 1.0)))
                        .run())
                .hasMessageContaining("no stream 'reading' is compared");
    }

    @Test
    void comparesTwoReplaysWhereNothingWasRecorded() {
        file = record("readings.db", "reading");
        VerifyReport report = verify(PROGRAM.configure("Estimator", "factor", 11));
        assertThat(report.isEqual()).isTrue();
        assertThat(report.streams())
                .singleElement()
                .satisfies(stream -> assertThat(stream.basis()).isEqualTo(Basis.SECOND_RUN))
                .satisfies(stream -> assertThat(stream.comparison().right()).isEqualTo(10));
    }

    @Test
    void comparesWithABaselineThatItMadeBefore() {
        file = record("readings.db", "reading");
        Path baseline = folder.resolve("baseline.db");
        Recording recording = Recording.open(file);
        VerifyReport unused =
                Verification.of(PROGRAM, recording).keepingOutputsIn(baseline).run();
        Verification against = Verification.of(PROGRAM, recording).against(new FileSource(baseline));
        assertThat(against.run().isEqual()).isTrue();
        VerifyReport changed = against.with(Settings.none().withCommandLine(Map.of("Estimator.factor", "12")))
                .run();
        assertThat(changed.first().orElseThrow().basis()).isEqualTo(Basis.BASELINE);
    }

    @Test
    void refusesWhereNothingCouldBeDifferent() {
        assertThatThrownBy(() -> Verification.of(module(Sensor.class), Recording.open(file))
                        .run())
                .isInstanceOf(BlueprintException.class)
                .hasMessageContaining("nothing can be verified");
        assertThatThrownBy(() -> Verification.of(PROGRAM, Recording.open(file))
                        .keeping(Set.of("Estimater"))
                        .run())
                .hasMessageContaining("Estimator");
    }
}
