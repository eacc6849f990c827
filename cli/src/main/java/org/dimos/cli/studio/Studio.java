package org.dimos.cli.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.config.Settings;
import org.dimos.blueprint.introspection.LiveRuns;
import org.dimos.cli.studio.desk.BusTarget;
import org.dimos.cli.studio.desk.FileDesk;
import org.dimos.cli.studio.desk.LiveDesk;
import org.dimos.cli.studio.desk.PictureReader;
import org.dimos.cli.studio.desk.PlayerDeck;
import org.dimos.cli.studio.screen.Display;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Desk;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Editing;
import org.dimos.cli.studio.state.Effect;
import org.dimos.cli.studio.state.Inputs;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.StudioState;
import org.dimos.cli.studio.state.Viewing;
import org.dimos.record.Recording;
import org.dimos.record.RecordingSource;
import org.jline.terminal.Terminal;

/**
 * The editor on a terminal.
 *
 * @param sources the recording of a name
 * @param targets the file of a name, for a new recording
 * @param recorded the file of a name, which may be empty, for a recording of a blueprint
 * @param runs what goes on
 * @param into what recordings are played into, besides LCM
 * @param settings of the modules of that
 * @param environment says what the terminal can show, and which LCM is meant
 */
public record Studio(
        Function<String, RecordingSource> sources,
        Function<String, Path> targets,
        BiFunction<String, String, Path> recorded,
        LiveRuns runs,
        Optional<Blueprint> into,
        Settings settings,
        Map<String, String> environment) {

    /**
     * Edits until the person quits.
     *
     * @param on the terminal, which is closed then
     * @param recording what is open at first
     * @param interruption completes when the program shall end
     * @throws IOException if the terminal cannot be had
     */
    public void run(Terminal on, Optional<Recording> recording, boolean colours, CompletionStage<Void> interruption)
            throws IOException {
        try (RawTerminal terminal = RawTerminal.of(on)) {
            Display display = new Display(terminal.writer(), colours, Encodings.isUnicode(environment));
            StudioLoop loop = new StudioLoop(StudioState.empty(terminal.size()), display::show);
            var unused = interruption.thenRun(loop::end);
            terminal.onResize(() -> resize(loop, terminal.size(), display));
            terminal.read(input -> loop.post(Inputs.step(input)), loop::end);
            loop.post(state -> begin(state, recording));
            work(loop, colours);
        }
    }

    private static void resize(StudioLoop loop, Size size, Display display) {
        loop.post(state -> {
            display.forget();
            return Viewing.resized(state, size);
        });
    }

    private static Next begin(StudioState state, Optional<Recording> recording) {
        return recording
                .map(open -> Editing.opened(state, Document.of(open), Notice.NONE))
                .orElseGet(() ->
                        Next.of(state.say(Notice.info("looking for what runs"))).and(new Effect.FindRuns()));
    }

    private void work(StudioLoop loop, boolean colours) {
        PictureReader pictures = PictureReader.of(environment, colours);
        try (PlayerDeck deck = new PlayerDeck(new BusTarget(into, settings, loop), loop);
                LiveDesk live = new LiveDesk(runs, loop, recorded, environment)) {
            FileDesk files = new FileDesk(loop, sources, targets, pictures);
            loop.run(new Workplace(deck, files, live, loop), deck::position);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Workplace(PlayerDeck deck, FileDesk files, LiveDesk runs, StudioLoop loop) implements Desk {
        @Override
        public void quit() {
            loop.end();
        }
    }
}
