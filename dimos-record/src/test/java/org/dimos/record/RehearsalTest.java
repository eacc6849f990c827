package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dimos.record.Played.millis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.dimos.core.time.TimeControl;
import org.dimos.record.Played.Message;
import org.dimos.record.replay.PlayOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    private static final Duration SPIN = Duration.ofNanos(50_000);

    @Test
    void isHeldWhereLatenessShows() {
        assertThat(Rehearsal.isWorthwhile(PlayOptions.USUAL)).isTrue();
        assertThat(Rehearsal.isWorthwhile(PlayOptions.USUAL.withPause())).isFalse();
        assertThat(Rehearsal.isWorthwhile(PlayOptions.USUAL.withSpeed(100))).isFalse();
        assertThat(Rehearsal.isWorthwhile(PlayOptions.USUAL.withSpeed(TimeControl.FREE)))
                .isFalse();
        assertThat(Rehearsal.isWorthwhile(PlayOptions.USUAL.withPause().withSpin(SPIN)))
                .isTrue();
    }

    @Test
    void nobodyNoticesIt(@TempDir Path folder) throws Exception {
        List<Message> messages = LongStream.range(0, 50)
                .mapToObj(i -> new Message("odom", 4 * i, (double) i))
                .toList();
        Recording recording = Played.record(folder.resolve("memory.db"), messages);
        try (Played played = new Played(recording.speed(2).spin(SPIN))) {
            played.finished.get(20, TimeUnit.SECONDS);
            assertThat(played.takeSeen()).extracting(Message::payload).containsExactlyElementsOf(payloads(messages));
            assertThat(played.player.lateness().count()).isEqualTo(messages.size());
            assertThat(played.player.latenessByStream()).containsOnlyKeys("odom");
            assertThat(played.jumps).isEmpty();
            assertThat(played.player.state().position()).isGreaterThanOrEqualTo(millis(196));
        }
    }

    private static List<Object> payloads(List<Message> messages) {
        return messages.stream().map(Message::payload).toList();
    }
}
