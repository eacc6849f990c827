package org.dimos.cli.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.dimos.cli.studio.desk.FileDesk;
import org.dimos.cli.studio.desk.PlayTarget;
import org.dimos.cli.studio.desk.PlayerDeck;
import org.dimos.cli.studio.desk.RowCounter;
import org.dimos.cli.studio.screen.Display;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Capturing;
import org.dimos.cli.studio.state.Desk;
import org.dimos.cli.studio.state.Effect;
import org.dimos.cli.studio.state.Inputs;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.studio.state.Viewing;
import org.dimos.record.RecordingSource;

/**
 * The editor on the terminal of this process.
 *
 * @param sources the recording of a name
 * @param targets the file of a name, for a new recording
 * @param playing where recordings are played to
 * @param environment says what the terminal can show
 */
public record Studio(
        Function<String, RecordingSource> sources,
        Function<String, Path> targets,
        PlayTarget playing,
        Map<String, String> environment) {

    /**
     * Edits until the person quits.
     *
     * @param recording what is open at first
     * @param interruption completes when the program shall end
     * @throws IOException if the terminal cannot be had
     */
    public void run(Optional<String> recording, boolean colours, CompletionStage<Void> interruption)
            throws IOException {
        try (RawTerminal terminal = RawTerminal.open()) {
            Display display = new Display(terminal.writer(), colours, Encodings.isUnicode(environment));
            StudioLoop loop = new StudioLoop(StudioState.empty(terminal.size()), display::show);
            var unused = interruption.thenRun(loop::end);
            terminal.onResize(() -> resize(loop, terminal.size(), display));
            terminal.read(input -> loop.post(Inputs.step(input)), loop::end);
            loop.post(state -> begin(state, recording));
            work(loop);
        }
    }

    private static void resize(StudioLoop loop, Size size, Display display) {
        loop.post(state -> {
            display.forget();
            return Viewing.resized(state, size);
        });
    }

    private static Next begin(StudioState state, Optional<String> recording) {
        return recording
                .map(name -> Next.of(state.with(state.front().doing("opening " + name))).and(new Effect.Open(name)))
                .orElseGet(() -> Next.of(state.say(Notice.info("looking for what runs"))).and(new Effect.FindRuns()));
    }

    private void work(StudioLoop loop) {
        try (PlayerDeck deck = new PlayerDeck(playing, loop)) {
            FileDesk files = new FileDesk(loop, sources, targets, new RowCounter());
            loop.run(new Workplace(deck, files, loop), deck::position);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Workplace(PlayerDeck deck, FileDesk files, StudioLoop loop) implements Desk {
        @Override
        public Runs runs() {
            return new NoRuns(loop);
        }

        @Override
        public void quit() {
            loop.end();
        }
    }

    private record NoRuns(StudioLoop loop) implements Desk.Runs {
        @Override
        public void find() {
            loop.post(state -> Capturing.found(state, java.util.List.of()));
        }

        @Override
        public void watch(String run) {}

        @Override
        public void unwatch() {}

        @Override
        public void record(java.util.Set<String> streams, String name) {}

        @Override
        public void stopRecording() {}
    }
}
