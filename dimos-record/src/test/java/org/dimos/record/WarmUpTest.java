package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dimos.core.time.TimeControl;
import org.dimos.core.time.Timeline;
import org.dimos.record.Played.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In microseconds. */
class WarmUpTest {
    private static final Duration LEAD = Duration.ofNanos(100_000);

    @TempDir
    Path folder;

    private final TestScheduler scheduler = new TestScheduler();
    private final TimeControl time = mock(TimeControl.class);
    private final List<Task> tasks = new ArrayList<>();
    private WarmUp warmUp;

    /** What was asked for, and whether it still is. */
    private record Task(long micros, Runnable action, Disposable asked) {}

    @BeforeEach
    void begin() {
        when(time.at(anyLong(), any())).thenAnswer(call -> {
            Task task = new Task(call.<Long>getArgument(0) / 1000, call.getArgument(1), Disposable.empty());
            tasks.add(task);
            return task.asked();
        });
        Recording recording = Played.record(folder.resolve("memory.db"), List.of(new Message("odom", 0, 1.0)));
        warmUp = new WarmUp(recording, time, Timeline.virtual(scheduler), LEAD);
    }

    private void message(long micros, double speed) {
        warmUp.message(micros * 1000, speed);
    }

    private List<Long> asked() {
        return tasks.stream()
                .filter(task -> !task.asked().isDisposed())
                .map(Task::micros)
                .toList();
    }

    /** Runs what is asked for, each at its time, until nothing is left. */
    private List<Long> runAll() {
        List<Long> ran = new ArrayList<>();
        while (!tasks.isEmpty()) {
            Task task = tasks.remove(0);
            if (!task.asked().isDisposed()) {
                scheduler.advanceTimeTo(task.micros(), TimeUnit.MICROSECONDS);
                task.action().run();
                ran.add(task.micros());
            }
        }
        return ran;
    }

    @Test
    void playsSomeMessagesBeforeOneThatFollowsAPause() {
        message(5_000, 1);
        assertThat(runAll()).containsExactly(4_900L, 4_920L, 4_940L);
        message(10_000, 1);
        assertThat(runAll()).containsExactly(9_900L, 9_920L, 9_940L);
    }

    @Test
    void countsInWallTime() {
        message(50_000, 4);
        assertThat(runAll()).containsExactly(49_600L, 49_680L, 49_760L);
        message(53_700, 4);
        assertThat(asked()).isEmpty();
    }

    @Test
    void playsNothingWithoutAPauseOrAsFastAsPossible() {
        message(1_000, 1);
        message(60_000_000, TimeControl.FREE);
        assertThat(asked()).isEmpty();
    }

    @Test
    void aNewMessageTakesThePlaceOfTheLast() {
        message(5_000, 1);
        message(9_000, 1);
        assertThat(asked()).containsExactly(8_900L);
    }
}
