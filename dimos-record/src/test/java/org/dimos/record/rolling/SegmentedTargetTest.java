package org.dimos.record.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.StreamInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentedTargetTest {
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    Path state;

    private final Limits limits = new Limits().withBytes(10 * MEGABYTE).withAge(Duration.ofDays(30));

    @Test
    void isNeverLargerThanItsLimitWhateverIsWritten() {
        long seed = 42;
        Random random = new Random(seed);
        long largest = 0;
        try (RunScript run = new RunScript(state, limits)) {
            for (int i = 0; i < 400; i++) {
                int size = (int) Math.pow(10, 1 + 5.5 * random.nextDouble());
                run.write("s" + random.nextInt(6), size);
                largest = Math.max(largest, RunScript.du(state));
            }
        }
        assertThat(Math.max(largest, RunScript.du(state)))
                .as("seed %d", seed)
                .isLessThanOrEqualTo(limits.bytes())
                .isGreaterThan(limits.bytes() / 2);
    }

    @Test
    void keepsTheNewest() {
        try (RunScript run = new RunScript(state, limits)) {
            for (int i = 0; i < 300; i++) {
                assertThat(run.write("camera", 100_000)).isTrue();
            }
            StreamInfo kept = Recording.of(run.source()).recorded().get(0);
            assertThat(kept.lastNanos()).isEqualTo(run.time.get());
            assertThat(kept.messages()).isBetween(30L, 100L);
            assertThat(Files.exists(run.folder.resolve("000001.db"))).isFalse();
        }
    }

    @Test
    void refusesWhatIsLargerThanTheLimitAndKeepsWhatIsThere() {
        try (RunScript run = new RunScript(state, limits)) {
            assertThat(run.write("camera", 1000)).isTrue();
            run.waitForNextSegment();
            assertThat(run.write("camera", 11 * MEGABYTE)).isFalse();
            assertThat(run.write("camera", 1000)).isTrue();
            assertThat(Recording.of(run.source()).recorded().get(0).messages()).isEqualTo(2);
        }
    }

    @Test
    void takesAMessageLargerThanASegment() {
        try (RunScript run = new RunScript(state, limits)) {
            assertThat(run.write("camera", 3 * MEGABYTE)).isTrue();
            assertThat(RunScript.du(state)).isLessThan(limits.bytes());
        }
    }

    @Test
    void deletesTheOldestRunsFirst() {
        AtomicLong time = new AtomicLong(RunScript.START);
        try (RunScript old = new RunScript(state, "old", limits, time)) {
            for (int i = 0; i < 30; i++) {
                old.write("camera", 100_000);
            }
        }
        try (RunScript young = new RunScript(state, "young", limits, time)) {
            for (int i = 0; i < 300; i++) {
                young.write("camera", 100_000);
            }
            assertThat(new StateFolder(state).runs())
                    .extracting(RunFolder::name)
                    .containsExactly("young");
        }
    }

    @Test
    void twoRunsThatGrowAtTheSameTimeShareTheLimit() {
        AtomicLong time = new AtomicLong(RunScript.START);
        long largest = 0;
        long stored = 0;
        try (RunScript one = new RunScript(state, "one", limits, time);
                RunScript two = new RunScript(state, "two", limits, time)) {
            for (int i = 0; i < 150; i++) {
                stored += one.write("camera", 90_000) ? 1 : 0;
                stored += two.write("camera", 90_000) ? 1 : 0;
                largest = Math.max(largest, RunScript.du(state));
            }
        }
        assertThat(largest).isLessThanOrEqualTo(limits.bytes());
        assertThat(stored).isEqualTo(300);
    }

    @Test
    void segmentsGoWhenTheyAreOld() {
        Limits hours = limits.withAge(Duration.ofHours(3));
        AtomicLong time = new AtomicLong(System.currentTimeMillis() * 1_000_000);
        try (RunScript run = new RunScript(state, "run", hours, time)) {
            run.write("camera", 1000);
            run.waitForNextSegment();
            run.write("camera", 1000);
            assertThat(RunFolder.segments(run.folder)).hasSize(2);
            time.addAndGet(Duration.ofHours(4).toNanos());
            run.write("camera", 1000);
            time.addAndGet(Duration.ofSeconds(10).toNanos());
            run.write("camera", 1000);
            assertThat(RunFolder.segments(run.folder))
                    .extracting(Segment::number)
                    .containsExactly(3);
        }
    }

    @Test
    void leavesTheDiskFree() {
        AtomicLong free = new AtomicLong(100L * MEGABYTE);
        Limits leaving = limits.withKeepFree(50L * MEGABYTE);
        SegmentedTarget target = new SegmentedTarget(
                new StateFolder(state), state.resolve("runs/full"), leaving, () -> RunScript.START, free::get);
        free.set(10L * MEGABYTE);
        assertThat(new Retention(new StateFolder(state), leaving.rules(), () -> RunScript.START, free::get))
                .satisfies(retention -> assertThatThrownBy(() -> retention.makeRoom(target.path(), 0, 1000))
                        .hasMessageContaining("less than 50 MB of the disk"));
    }

    @Test
    void valuesThatHoldAreInEverySegmentAndCountOnce() {
        try (RunScript run = new RunScript(state, limits)) {
            run.write("tf_static", RunScript.START, 300);
            run.write("tf_static", RunScript.START + 1, 400);
            run.write("calibration", RunScript.START, 500);
            run.write("calibration", RunScript.START, 500);
            run.write("lidar", 1000);
            for (int i = 0; i < 3; i++) {
                run.waitForNextSegment();
                run.write("lidar", 1000);
            }
            assertThat(messages(Recording.open(run.folder.resolve("000004.db"))))
                    .containsExactlyInAnyOrder("tf_static 2", "calibration 1", "lidar 1");
            Recording whole = Recording.of(run.source());
            assertThat(messages(whole)).containsExactly("tf_static 2", "calibration 2", "lidar 4");
            assertThat(played(whole)).isEqualTo(8);
            Segment.of(run.folder, 1).delete();
            Segment.of(run.folder, 2).delete();
            Recording rest = Recording.of(run.source());
            assertThat(messages(rest)).containsExactlyInAnyOrder("tf_static 2", "calibration 1", "lidar 2");
            assertThat(played(rest)).isEqualTo(5);
        }
    }

    private static long played(Recording recording) {
        long count = 0;
        try (var playback = recording.play()) {
            while (playback.hasNext()) {
                playback.next();
                count++;
            }
        }
        return count;
    }

    private static List<String> messages(Recording recording) {
        return recording.recorded().stream()
                .map(stream -> stream.name() + " " + stream.messages())
                .toList();
    }

    @Test
    void aRunThatWasKilledIsListedAsCrashedAndCanBeRead() {
        RunScript run = new RunScript(state, limits);
        run.write("lidar", 1000);
        run.abandon();
        RunRecord record = RunRecord.read(run.folder).orElseThrow();
        assertThat(record.state()).isEqualTo(RunState.RUNNING);
        new RunRecord(
                        record.blueprint(),
                        record.pid(),
                        record.processStart().map(start -> start.minusSeconds(100)),
                        record.start(),
                        record.end(),
                        record.failure(),
                        record.reservedBytes())
                .write(run.folder);
        assertThat(run.state.runs())
                .singleElement()
                .satisfies(listed -> assertThat(listed.about().state()).isEqualTo(RunState.CRASHED));
        assertThat(messages(Recording.of(run.source()))).containsExactly("lidar 1");
    }

    @Test
    void neverWritesIntoAnotherRun() {
        try (RunScript run = new RunScript(state, limits)) {
            SegmentedTarget again = new SegmentedTarget(run.state, run.folder, limits, run.time::get);
            assertThatThrownBy(again::check)
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining("never overwritten");
        }
    }
}
