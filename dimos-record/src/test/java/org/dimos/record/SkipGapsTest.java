package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.record.Played.MS;
import static org.dimos.record.Played.START;
import static org.dimos.record.Played.await;
import static org.dimos.record.Played.millis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.dimos.core.TimeJump;
import org.dimos.core.TimeJump.Cause;
import org.dimos.record.Played.Message;
import org.dimos.record.PlayerState.Status;
import org.dimos.record.replay.Loop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkipGapsTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    /** A fast stream every 100 ms and a slow one every second, with a pause from 4 s to 60 s. */
    @BeforeEach
    void record() {
        List<Message> messages = new ArrayList<>();
        LongStream.concat(LongStream.rangeClosed(0, 40), LongStream.rangeClosed(600, 610))
                .forEach(i -> messages.add(new Message("fast", 100 * i, 100 * i)));
        for (long i = 0; i < 4; i++) {
            messages.add(new Message("slow", 50 + 1000 * i, 50 + 1000 * i));
        }
        file = folder.resolve("run.db");
        Recording written = Played.record(file, messages);
        assertThat(written.recorded()).hasSize(2);
    }

    /** Without what all streams had from 1.02 s to 2.52 s. */
    private Recording cut() {
        return Recording.open(file)
                .edit()
                .deleteRange(millis(1020), millis(2520))
                .preview();
    }

    private static TimeJump jump(long fromMillis, long toMillis) {
        return new TimeJump(START + fromMillis * MS, START + toMillis * MS, Cause.GAP);
    }

    private static List<Message> whole(Recording recording) {
        try (Played played = new Played(recording.asFastAsPossible())) {
            played.finished.join();
            return played.takeSeen();
        }
    }

    @Test
    void theClockJumpsOverAGapThatAnEditLeft() {
        try (Played played = new Played(cut().skipGaps().asFastAsPossible())) {
            played.finished.join();
            assertThat(played.jumps).containsExactly(jump(1020, 2520));
            assertThat(played.takeSeen()).isEqualTo(whole(cut()));
        }
    }

    @Test
    void nothingIsSkippedUnasked() {
        try (Played played = new Played(cut().asFastAsPossible())) {
            played.finished.join();
            assertThat(played.jumps).isEmpty();
        }
    }

    @Test
    void timeWithoutAnyMessageIsSkippedFromTheLastMessageToTheNextWhereItIsTooLong() {
        try (Played played = new Played(cut().skipGaps(Duration.ofSeconds(2)).asFastAsPossible())) {
            played.finished.join();
            assertThat(played.jumps).containsExactly(jump(1020, 2520), jump(4000, 60_000));
            assertThat(played.takeSeen()).isEqualTo(whole(cut()));
        }
    }

    @Test
    void aPauseOfExactlyTheLongestIsPlayed() {
        try (Played played =
                new Played(Recording.open(file).skipGaps(Duration.ofSeconds(56)).asFastAsPossible())) {
            played.finished.join();
            assertThat(played.jumps).isEmpty();
        }
    }

    @Test
    void whatOneStreamLacksIsPlayedAsLongAsAnotherOneGoesOn() {
        Recording lacking = Recording.open(file)
                .edit()
                .deleteRange(millis(1020), millis(2520), "fast")
                .preview()
                .skipGaps();
        try (Played played = new Played(lacking.asFastAsPossible())) {
            played.finished.join();
            assertThat(played.jumps).isEmpty();
        }
        try (Played played = new Played(lacking.only("fast").asFastAsPossible())) {
            played.finished.join();
            assertThat(played.jumps).containsExactly(jump(1020, 2520));
        }
    }

    @Test
    void gapsMoveWithTheirStreamsAndWhatAllHaveIsSkipped() {
        Recording moved = cut().shift("slow", millis(600)).skipGaps();
        try (Played played = new Played(moved.asFastAsPossible())) {
            played.finished.join();
            assertThat(played.jumps).containsExactly(jump(1620, 2520));
        }
        try (Played played = new Played(moved.only("slow").asFastAsPossible())) {
            played.finished.join();
            assertThat(played.jumps).containsExactly(jump(1620, 3120));
            assertThat(played.takeSeen()).extracting(Message::millis).containsExactly(650L, 3650L);
        }
    }

    @Test
    void atASpeedTheTimeThatIsSkippedDoesNotPass() throws Exception {
        try (Played played = new Played(Recording.open(file).seek(millis(3900)).skipGaps(Duration.ofSeconds(1)))) {
            played.finished.get(20, TimeUnit.SECONDS);
            assertThat(played.jumps)
                    .singleElement()
                    .satisfies(jump -> assertThat(jump.fromNanos()).isBetween(START + 4000 * MS, START + 5000 * MS))
                    .satisfies(jump -> assertThat(jump.toNanos()).isEqualTo(START + 60_000 * MS));
            assertThat(played.takeSeen()).extracting(Message::payload).startsWith(3900L, 4000L, 60_000L, 60_100L);
        }
    }

    @Test
    void timersGoOnForTheRestOfTheirDelay() {
        try (Played played = new Played(cut().skipGaps().paused())) {
            List<Long> fired = new ArrayList<>();
            var unused = played.timeline
                    .timers()
                    .scheduleDirect(() -> fired.add(played.millisNow()), 1100, TimeUnit.MILLISECONDS);
            await(played.player.step(millis(1200)));
            assertThat(fired).containsExactly(2600L);
            assertThat(played.millisNow()).isEqualTo(2700);
        }
    }

    @Test
    void aStepGoesOverTheGap() {
        try (Played played = new Played(cut().skipGaps().paused())) {
            await(played.player.seek(millis(1000)));
            await(played.player.step());
            await(played.player.step());
            assertThat(played.takeSeen()).extracting(Message::millis).containsExactly(1000L, 2600L);
            assertThat(played.jumps).last().isEqualTo(jump(1020, 2520));
        }
    }

    @Test
    void aSeekIntoAGapGoesToItsEndOnceItPlays() {
        try (Played played = new Played(cut().skipGaps().paused())) {
            await(played.player.seek(millis(1500)));
            assertThat(played.player.state().position()).isEqualTo(millis(1500));
            await(played.player.step());
            assertThat(played.takeSeen()).extracting(Message::millis).containsExactly(2600L);
            assertThat(played.jumps).last().isEqualTo(jump(1500, 2520));
        }
    }

    @Test
    void pausesInsideOfAGapWhereItIsToldTo() throws Exception {
        try (Played played = new Played(cut().skipGaps().asFastAsPossible().paused())) {
            CountDownLatch paused = new CountDownLatch(2);
            var unused = played.player
                    .states()
                    .filter(state -> state.status() == Status.PAUSED)
                    .distinct(PlayerState::position)
                    .subscribe(state -> paused.countDown());
            await(played.player.playUntil(millis(2000)));
            assertThat(paused.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(played.player.state().position()).isEqualTo(millis(2000));
            await(played.player.play());
            played.finished.get(20, TimeUnit.SECONDS);
            assertThat(played.jumps).containsExactly(jump(1020, 2000), jump(2000, 2520));
        }
    }

    @Test
    void aLoopThatEndsInAGapStartsOver() throws Exception {
        Loop loop = Loop.between(millis(900), millis(2000));
        try (Played played =
                new Played(cut().skipGaps().asFastAsPossible().loop(loop).paused())) {
            CountDownLatch jumps = new CountDownLatch(4);
            played.timeline.control().orElseThrow().onJump(jump -> jumps.countDown());
            await(played.player.play());
            assertThat(jumps.await(20, TimeUnit.SECONDS)).isTrue();
            await(played.player.pause());
            TimeJump back = new TimeJump(START + 2000 * MS, START + 900 * MS, Cause.LOOP);
            assertThat(played.jumps).startsWith(jump(1020, 2000), back, jump(1020, 2000), back);
        }
    }

    @Test
    void refusesToSkipPausesOfNoLength() {
        assertThatThrownBy(() -> Recording.open(file).skipGaps(Duration.ZERO))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("must be longer than 0");
    }
}
