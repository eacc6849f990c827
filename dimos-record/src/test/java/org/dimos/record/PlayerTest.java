package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dimos.record.Played.await;
import static org.dimos.record.Played.millis;

import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dimos.core.TimeJump;
import org.dimos.core.TimeJump.Cause;
import org.dimos.record.Played.Message;
import org.dimos.record.PlayerState.Status;
import org.dimos.record.replay.Loop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    /** Three seconds: a fast stream every 100 ms, a slow one every 500 ms from 50 ms on. */
    @BeforeEach
    void record() {
        List<Message> messages = new ArrayList<>();
        for (long i = 0; i <= 30; i++) {
            messages.add(new Message("fast", 100 * i, 100 * i));
        }
        for (long i = 0; i < 6; i++) {
            messages.add(new Message("slow", 50 + 500 * i, 50 + 500 * i));
        }
        file = folder.resolve("run.db");
        Recording written = Played.record(file, messages);
        assertThat(written.recorded()).hasSize(2);
    }

    private Recording recording() {
        return Recording.open(file);
    }

    private static List<Object> payloads(Played played) {
        return played.takeSeen().stream().map(Message::payload).toList();
    }

    @Test
    void aPausedPlayerPublishesNothingAndItsClockStands() {
        try (Played played = new Played(recording().paused())) {
            PlayerState state = await(played.player.pause());
            assertThat(state.status()).isEqualTo(Status.PAUSED);
            assertThat(state.position()).isZero();
            assertThat(played.millisNow()).isZero();
            assertThat(played.seen).isEmpty();
        }
    }

    @Test
    void anExactReplayIsRehearsedWithoutAnybodySeeingIt() throws Exception {
        AtomicInteger mapped = new AtomicInteger();
        Recording exact = recording()
                .map("fast", Long.class, value -> value + mapped.getAndIncrement() * 1000L)
                .speed(20)
                .spin(Duration.ofNanos(100_000));
        try (Played played = new Played(exact)) {
            played.finished.get(20, TimeUnit.SECONDS);
            assertThat(played.seen).hasSize(37);
            assertThat(mapped).hasValue(31);
            assertThat(played.player.lateness().count()).isEqualTo(37);
        }
    }

    @Test
    void stepsMessageByMessageWithTheClockAtEach() {
        try (Played played = new Played(recording().paused())) {
            for (int i = 0; i < 3; i++) {
                await(played.player.step());
            }
            assertThat(played.takeSeen())
                    .containsExactly(
                            new Message("fast", 0, 0L), new Message("slow", 50, 50L), new Message("fast", 100, 100L));
            assertThat(played.millisNow()).isEqualTo(100);
        }
    }

    @Test
    void stepsToTheNextMessageOfAStreamAndPublishesWhatIsBefore() {
        try (Played played = new Played(recording().paused())) {
            await(played.player.step("slow"));
            assertThat(payloads(played)).containsExactly(0L, 50L);
            await(played.player.step("slow"));
            assertThat(payloads(played)).containsExactly(100L, 200L, 300L, 400L, 500L, 550L);
        }
    }

    @Test
    void aStepToAStreamThatIsOverDoesNothing() {
        try (Played played = new Played(recording().paused())) {
            await(played.player.seek(millis(2600)));
            await(played.player.step("slow"));
            assertThat(played.seen).isEmpty();
            assertThat(played.millisNow()).isEqualTo(2600);
        }
    }

    @Test
    void stepsASpanWithTimersInTheirPlace() {
        try (Played played = new Played(recording().paused())) {
            List<Long> fired = new ArrayList<>();
            var unused = played.timeline
                    .timers()
                    .schedulePeriodicallyDirect(() -> fired.add(played.millisNow()), 70, 70, TimeUnit.MILLISECONDS);
            PlayerState state = await(played.player.step(millis(250)));
            assertThat(payloads(played)).containsExactly(0L, 50L, 100L, 200L);
            assertThat(fired).containsExactly(70L, 140L, 210L);
            assertThat(state.position()).isEqualTo(millis(250));
        }
    }

    @Test
    void stepsBackMessageByMessage() {
        try (Played played = new Played(recording().paused())) {
            await(played.player.step(millis(220)));
            played.seen.clear();
            for (int i = 0; i < 5; i++) {
                await(played.player.stepBack());
            }
            assertThat(payloads(played)).containsExactly(200L, 100L, 50L, 0L);
            assertThat(played.millisNow()).isZero();
        }
    }

    @Test
    void seeksForwardsAndBackwardsAndTellsTheJump() {
        try (Played played = new Played(recording().paused())) {
            await(played.player.seek(millis(1000)));
            await(played.player.step());
            PlayerState back = await(played.player.skip(millis(-900)));
            await(played.player.step());
            assertThat(payloads(played)).containsExactly(1000L, 100L);
            assertThat(back.position()).isEqualTo(millis(100));
            assertThat(played.jumps)
                    .containsExactly(
                            new TimeJump(Played.START, Played.START + 1000 * Played.MS, Cause.SEEK),
                            new TimeJump(Played.START + 1000 * Played.MS, Played.START + 100 * Played.MS, Cause.SEEK));
            assertThat(played.jumps.get(1).isBackward()).isTrue();
            assertThat(played.jumps.get(1).by()).isEqualTo(millis(-900));
        }
    }

    @Test
    void skipsNoFartherThanTheEnds() {
        try (Played played = new Played(recording().paused())) {
            assertThat(await(played.player.skip(Duration.ofHours(-1))).position())
                    .isZero();
            PlayerState end = await(played.player.skip(Duration.ofHours(1)));
            assertThat(end.position()).isEqualTo(end.length());
        }
    }

    @Test
    void refusesAPositionOutsideAndASpeedThatIsNone() {
        try (Played played = new Played(recording().paused())) {
            assertThatThrownBy(() -> played.player.seek(Duration.ofSeconds(4)))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining("lasts 3.0 s");
            assertThatThrownBy(() -> played.player.seek(millis(-1))).isInstanceOf(RecordingException.class);
            assertThatThrownBy(() -> played.player.speed(0.001)).hasMessageContaining("from 0.01 to 1000");
            assertThatThrownBy(() -> played.player.step("slo")).hasMessageContaining("did you mean 'slow'?");
        }
    }

    @Test
    void playsToTheEndAndSaysSo() throws Exception {
        try (Played played = new Played(recording().speed(100))) {
            played.finished.get(20, TimeUnit.SECONDS);
            assertThat(played.seen).hasSize(37);
            assertThat(played.player.state().status()).isEqualTo(Status.ENDED);
            assertThat(played.player.latenessByStream())
                    .hasEntrySatisfying("slow", late -> assertThat(late.count()).isEqualTo(6));
        }
    }

    @Test
    void playsUntilAMarkAndPausesThere() {
        try (Played played = new Played(recording().paused().speed(50))) {
            TestSubscriber<PlayerState> states = played.player
                    .states()
                    .filter(state ->
                            state.status() == Status.PAUSED && state.position().compareTo(millis(0)) > 0)
                    .take(1)
                    .test();
            await(played.player.playUntil(millis(500)));
            states.awaitDone(20, TimeUnit.SECONDS).assertComplete();
            assertThat(payloads(played)).containsExactly(0L, 50L, 100L, 200L, 300L, 400L, 500L);
            assertThat(played.millisNow()).isEqualTo(500);
        }
    }

    @Test
    void aChangeOfSpeedIsNoJumpInTime() {
        try (Played played = new Played(recording().speed(0.01))) {
            long before = played.timeline.clock().nanos();
            await(played.player.speed(0.02));
            await(played.player.speed(0.01));
            long after = played.timeline.clock().nanos();
            assertThat(after - before).isBetween(0L, 400 * Played.MS);
            assertThat(played.jumps).isEmpty();
        }
    }

    @Test
    void loopsBetweenMarksWithTheClockBackAtTheFirst() throws InterruptedException {
        try (Played played =
                new Played(recording().loop(millis(1000), millis(1200)).asFastAsPossible())) {
            CountDownLatch rounds = new CountDownLatch(3);
            played.timeline.control().orElseThrow().onJump(jump -> rounds.countDown());
            assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
            await(played.player.pause());
            List<Object> seen = payloads(played);
            assertThat(seen.subList(13, 17)).containsExactly(1050L, 1100L, 1000L, 1050L);
            assertThat(played.jumps.get(0))
                    .isEqualTo(new TimeJump(
                            Played.START + 1200 * Played.MS - 1, Played.START + 1000 * Played.MS, Cause.LOOP));
        }
    }

    @Test
    void theWholeIsRepeatedUntilToldOtherwise() throws Exception {
        try (Played played = new Played(recording().loop().asFastAsPossible())) {
            CountDownLatch rounds = new CountDownLatch(2);
            played.timeline.control().orElseThrow().onJump(jump -> rounds.countDown());
            assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
            await(played.player.loop(Loop.NONE));
            played.finished.get(20, TimeUnit.SECONDS);
            assertThat(played.seen.size() % 37).isZero();
            assertThat(payloads(played).subList(36, 39)).containsExactly(3000L, 0L, 50L);
        }
    }

    @Test
    void seeksWhileItPlaysAndGoesOn() throws Exception {
        try (Played played = new Played(recording().speed(0.5))) {
            await(played.player.seek(millis(2900)));
            await(played.player.speed(10));
            played.finished.get(20, TimeUnit.SECONDS);
            assertThat(payloads(played)).endsWith(2900L, 3000L).doesNotContain(1000L);
        }
    }

    @Test
    void operatorsWorkFromWhereItWasSought() {
        Recording thinned = recording().everyNth("fast", 5).shift("slow", millis(10));
        try (Played played = new Played(thinned.paused())) {
            await(played.player.seek(millis(555)));
            await(played.player.step(millis(600)));
            assertThat(payloads(played)).containsExactly(550L, 600L, 1050L, 1100L);
        }
    }

    @Test
    void manyThreadsMayDirectIt() throws Exception {
        try (Played played = new Played(recording().loop().speed(100))) {
            List<CompletableFuture<PlayerState>> commands = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                long from = i;
                Thread thread = new Thread(() -> {
                    for (long n = 0; n < 25; n++) {
                        CompletableFuture<PlayerState> done = played.player
                                .seek(millis((from * 711 + n * 97) % 3000))
                                .toCompletableFuture();
                        synchronized (commands) {
                            commands.add(done);
                        }
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            for (CompletableFuture<PlayerState> command : commands) {
                assertThat(command.get(20, TimeUnit.SECONDS).status()).isEqualTo(Status.PLAYING);
            }
            await(played.player.loop(Loop.NONE));
            played.finished.get(20, TimeUnit.SECONDS);
        }
    }
}
