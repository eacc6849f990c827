package org.dimos.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reactivex.rxjava3.core.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockstepTimelineTest {
    private static final long START = 1_700_000_000_000_000_000L;

    private final Timeline timeline = Timeline.lockstep(START);
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Scheduler.Worker module = timeline.workers().createWorker();

    @AfterEach
    void close() {
        timeline.close();
    }

    private void timer(String what, long nanos) {
        var unused = timeline.timers().scheduleDirect(() -> log.add(what + "@" + now()), nanos, TimeUnit.NANOSECONDS);
    }

    private void message(String what, long nanos, Runnable then) {
        var unused = timeline.messages()
                .scheduleDirect(
                        () -> {
                            log.add(what + "@" + now());
                            then.run();
                        },
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    private long now() {
        return timeline.clock().nanos() - START;
    }

    private void runToEnd(long nanos) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        message("last", nanos, () -> timeline.finish(() -> end.complete(null)));
        timeline.begin();
        assertThat(end).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void runsTimersBeforeMessagesOfTheirTimeInTheOrderInWhichTheyWereSet() {
        message("message", 10, () -> {});
        timer("second", 10);
        timer("third", 10);
        timer("first", 5);
        runToEnd(20);
        assertThat(log).containsExactly("first@5", "second@10", "third@10", "message@10", "last@20");
    }

    @Test
    void handlesAllThatFollowsFromAMessageBeforeTimeGoesOn() {
        message("a", 10, () -> {
            var unused = module.schedule(() -> {
                log.add("handled@" + now());
                var unusedAnswer = module.schedule(() -> log.add("answered@" + now()));
            });
        });
        message("b", 10, () -> {});
        runToEnd(11);
        assertThat(log).containsExactly("a@10", "handled@10", "answered@10", "b@10", "last@11");
    }

    @Test
    void letsTimeStandBeforeTheBeginning() {
        timer("timer", 0);
        timeline.execute(() -> log.add("step"));
        assertThat(log).containsExactly("step");
        assertThat(now()).isZero();
    }

    @Test
    void firesNoTimerAfterTheEnd() {
        timer("at the end", 20);
        timer("after it", 21);
        runToEnd(20);
        timeline.execute(() -> log.add("step"));
        assertThat(log).containsExactly("at the end@20", "last@20", "step");
        assertThat(now()).isEqualTo(20);
    }

    @Test
    void waitsForWhatHoldsItUp() {
        AtomicBoolean busy = new AtomicBoolean(true);
        timeline.holdWhile(busy::get);
        timer("timer", 1);
        timeline.begin();
        timeline.execute(() -> log.add("step"));
        assertThat(log).containsExactly("step");
        busy.set(false);
        runToEnd(2);
        assertThat(log).startsWith("step", "timer@1").hasSize(3);
    }

    @Test
    void passesOnWhatAStepThrows() {
        assertThatThrownBy(() -> timeline.execute(() -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");
    }
}
