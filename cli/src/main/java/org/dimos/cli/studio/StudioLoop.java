package org.dimos.cli.studio;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dimos.cli.studio.desk.Poster;
import org.dimos.cli.studio.screen.Screen;
import org.dimos.cli.studio.state.Desk;
import org.dimos.cli.studio.state.Effect;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Step;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.studio.view.StudioView;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;

/**
 * Takes steps one after the other and shows what comes of them. Asleep as long as nothing happens; while something plays
 * it looks where that is fifteen times a second.
 */
final class StudioLoop implements Poster {
    private static final long FRAME_MILLIS = 66;
    private static final long LEAST_MILLIS = 15;

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final Clock clock = new SystemClock();
    private final Consumer<Screen> display;
    private final StudioView view = new StudioView();
    private StudioState state;
    private volatile boolean ended;

    StudioLoop(StudioState state, Consumer<Screen> display) {
        this.state = state;
        this.display = display;
    }

    @Override
    public void post(Step step) {
        steps.add(step);
    }

    /** Ends after the steps that are there already. */
    void end() {
        post(current -> {
            ended = true;
            return Next.of(current);
        });
    }

    /**
     * Returns when the editor ends. Steps that are there already are taken before anything is shown.
     *
     * @param position where playing is, as a step
     */
    void run(Desk desk, Supplier<Optional<Step>> position) throws InterruptedException {
        if (steps.isEmpty()) {
            display.accept(view.screen(state));
        }
        while (!ended) {
            StudioState before = state;
            await(desk);
            if (state.playhead().isPlaying()) {
                position.get().ifPresent(step -> take(step, desk));
            }
            if (!state.equals(before) && !ended) {
                display.accept(view.screen(state));
            }
        }
    }

    private void await(Desk desk) throws InterruptedException {
        Step first = state.playhead().isPlaying() ? steps.poll(FRAME_MILLIS, TimeUnit.MILLISECONDS) : steps.take();
        long frame = clock.nanos() + TimeUnit.MILLISECONDS.toNanos(LEAST_MILLIS);
        for (Step step = first; step != null && !ended; step = steps.poll()) {
            take(step, desk);
            if (clock.nanos() > frame) {
                return;
            }
        }
    }

    private void take(Step step, Desk desk) {
        Next next = step.take(state);
        state = next.state();
        for (Effect effect : next.effects()) {
            effect.on(desk);
        }
    }

    /** What is known now. */
    StudioState state() {
        return state;
    }
}
