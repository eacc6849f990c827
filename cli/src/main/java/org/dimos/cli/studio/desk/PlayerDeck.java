package org.dimos.cli.studio.desk;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.dimos.cli.studio.state.Desk;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Playhead.Status;
import org.dimos.cli.studio.state.Playing;
import org.dimos.cli.studio.state.Step;
import org.dimos.record.Edit;
import org.dimos.record.PlayerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays edited recordings to a target. What is asked for is done in order on a thread of its own. */
public final class PlayerDeck implements Desk.Deck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlayerDeck.class);
    private static final long CLOSING_SECONDS = 15;

    private final PlayTarget target;
    private final Poster poster;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.named("dimos-studio-player"));
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicReference<Optional<Long>> sought = new AtomicReference<>(Optional.empty());
    private volatile Optional<Loaded> loaded = Optional.empty();

    /** Plays nothing yet. */
    public PlayerDeck(PlayTarget target, Poster poster) {
        this.target = target;
        this.poster = poster;
    }

    /** Where playing is, as a step; nothing while something asked for is not done yet. For the thread that takes steps. */
    public Optional<Step> position() {
        return pending.get() > 0
                ? Optional.empty()
                : loaded.map(each -> moved(each.player().state()));
    }

    private static Step moved(PlayerState state) {
        Status status = switch (state.status()) {
            case PLAYING -> Status.PLAY;
            case PAUSED -> Status.PAUSE;
            case ENDED -> Status.END;
        };
        long nanos = Loaded.nanos(state);
        return studio -> Playing.moved(studio, status, nanos);
    }

    @Override
    public void play(Edit edit, long nanos, double speed) {
        perform(() -> {
            Loaded ready = load(edit);
            ready.seek(nanos);
            Loaded.await(ready.player().speed(speed));
            Loaded.await(ready.player().play());
        });
    }

    @Override
    public void pause() {
        perform(() -> loaded.ifPresent(each -> Loaded.await(each.player().pause())));
    }

    /** Only the last of several that were asked for in a row is done. */
    @Override
    public void seek(long nanos) {
        if (sought.getAndSet(Optional.of(nanos)).isEmpty()) {
            perform(() -> {
                Optional<Long> last = sought.getAndSet(Optional.empty());
                loaded.ifPresent(each -> last.ifPresent(each::seek));
            });
        }
    }

    @Override
    public void step(Edit edit, long nanos, boolean back) {
        perform(() -> {
            Loaded ready = load(edit);
            ready.seek(nanos);
            Loaded.await(back ? ready.player().stepBack() : ready.player().step());
        });
    }

    @Override
    public void speed(double factor) {
        perform(() -> loaded.ifPresent(each -> Loaded.await(each.player().speed(factor))));
    }

    @Override
    public void stop() {
        perform(this::unload);
    }

    private Loaded load(Edit edit) {
        if (loaded.filter(each -> each.edit().equals(edit)).isEmpty()) {
            unload();
            Loaded fresh = Loaded.start(edit, target);
            loaded = Optional.of(fresh);
            var unused = fresh.graph().ended().whenComplete((nothing, failure) -> {
                if (failure != null) {
                    fail(failure);
                    stop();
                }
            });
        }
        return loaded.orElseThrow();
    }

    private void unload() {
        Optional<Loaded> old = loaded;
        loaded = Optional.empty();
        old.ifPresent(Loaded::close);
    }

    private void perform(Runnable task) {
        pending.incrementAndGet();
        try {
            thread.execute(() -> attempt(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("the editor ends, and nothing is played any more");
            pending.decrementAndGet();
        }
    }

    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            fail(e);
            loaded = Optional.empty();
        } finally {
            pending.decrementAndGet();
            // whoever asks for more meanwhile is told when that is done
            poster.post(state -> position().map(step -> step.take(state)).orElseGet(() -> Next.of(state)));
        }
    }

    private void fail(Throwable failure) {
        LOG.debug("cannot be played", failure);
        String reason = Reasons.of(failure);
        poster.post(state -> Playing.failed(state, reason));
    }

    @Override
    public void close() {
        stop();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the player was still busy {} s after it was asked to stop", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
