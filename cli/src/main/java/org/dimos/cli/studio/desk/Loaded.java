package org.dimos.cli.studio.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dimos.blueprint.Graph;
import org.dimos.record.Edit;
import org.dimos.record.Player;
import org.dimos.record.PlayerState;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;

/**
 * A recording that is played.
 *
 * @param edit what is played
 * @param graph what it is played into
 * @param player what plays it
 */
record Loaded(Edit edit, Graph graph, Player player) implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    static Loaded start(Edit edit, PlayTarget target) {
        Recording recording = edit.steps().isEmpty() ? Recording.of(edit.source()) : edit.preview();
        Graph graph = target.start(recording.paused());
        return new Loaded(
                edit,
                graph,
                graph.player().orElseThrow(() -> new RecordingException("nothing plays " + recording.name())));
    }

    /** Where it is, nanoseconds since the epoch. */
    long nanos() {
        PlayerState state = player.state();
        return nanos(state);
    }

    static long nanos(PlayerState state) {
        return Math.addExact(
                ChronoUnit.NANOS.between(Instant.EPOCH, state.start()),
                state.position().toNanos());
    }

    /** Goes there, or to the nearest time that is played. */
    void seek(long nanos) {
        PlayerState state = player.state();
        long start = nanos(state) - state.position().toNanos();
        long offset = Math.max(0, Math.min(state.length().toNanos() - 1, nanos - start));
        if (offset != state.position().toNanos()) {
            await(player.seek(Duration.ofNanos(offset)));
        }
    }

    static PlayerState await(CompletionStage<PlayerState> command) {
        try {
            return command.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordingException("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw new RecordingException("the player does not answer", e);
        }
    }

    @Override
    public void close() {
        graph.close();
    }
}
