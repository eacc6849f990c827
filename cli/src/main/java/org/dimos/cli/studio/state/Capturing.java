package org.dimos.cli.studio.state;

import java.util.List;
import java.util.Optional;
import org.dimos.cli.studio.state.Dialogue.Purpose;
import org.dimos.cli.studio.state.Live.Capture;

/** The steps of looking at runs and recording them. */
public final class Capturing {
    private Capturing() {}

    static Next record(StudioState state) {
        if (state.live().isEmpty()) {
            return Next.of(state.say(Notice.info("looking for what runs"))).and(new Effect.FindRuns());
        }
        Live live = state.live().get();
        return live.capture().isPresent()
                ? stop(state)
                : Next.of(state.with(state.front().asking(new Dialogue.Name(Purpose.RECORD, ""))));
    }

    /** A name was given. */
    static Next into(StudioState state, String name) {
        return Next.of(state.say(Notice.NONE))
                .and(new Effect.Capture(state.outline().selected(), name));
    }

    /** Ends a recording; without one goes back to the recording that is open. */
    static Next stop(StudioState state) {
        boolean records = state.live().flatMap(Live::capture).isPresent();
        if (records) {
            return Next.of(state).and(new Effect.StopRecording());
        }
        if (state.document().isEmpty()) {
            return Next.of(state.say(Notice.info("nothing is recorded; 'r' records, 'q' quits")));
        }
        return Viewing.count(state.withoutLive()).and(new Effect.Unwatch());
    }

    /** It is known what runs. */
    public static Next found(StudioState state, List<String> runs) {
        if (runs.isEmpty()) {
            return Next.of(state.say(
                    Notice.error("no program runs; start one elsewhere, 'dimos run sim-nav', then press 'r'")));
        } else if (runs.size() == 1) {
            return watch(state.say(Notice.NONE), runs.get(0));
        }
        return Next.of(state.with(state.front().asking(new Dialogue.Run(runs, 0))));
    }

    /** Looks at a run from now on. */
    static Next watch(StudioState state, String run) {
        StudioState watching = state.with(new Live(run, Optional.empty()))
                .with(state.playhead().with(Playhead.Status.STOP));
        Next next = Next.of(watching).and(new Effect.Watch(run));
        return state.playhead().isLoaded() ? next.and(new Effect.Stop()) : next;
    }

    /** This is how a run is, unless nobody looks at it any more. */
    public static Next seen(StudioState state, Live live, List<Row> rows, Lanes lanes) {
        if (state.live().filter(now -> now.run().equals(live.run())).isEmpty()) {
            return Next.of(state);
        }
        Outline outline = state.outline().of(rows);
        StudioState seen = state.with(live)
                .with(outline)
                .with(state.time().grown(lanes.span(), lanes))
                .with(state.playhead().at(lanes.span().toNanos() - 1));
        return Next.of(seen.with(Layout.of(seen).scrolled(outline)));
    }

    /** The run that was looked at is no more. */
    public static Next gone(StudioState state, String reason) {
        if (state.live().isEmpty()) {
            return Next.of(state);
        }
        return Viewing.count(state.withoutLive().say(Notice.error(reason)));
    }

    /** A recording was begun or gets on. */
    public static Next captured(StudioState state, Capture capture) {
        Optional<Live> live = state.live().map(seen -> seen.with(Optional.of(capture)));
        return Next.of(live.map(state::with).orElse(state));
    }

    /** A recording could not be begun; the run is still looked at. */
    public static Next failed(StudioState state, String reason) {
        return Next.of(state.say(Notice.error(reason)));
    }

    /** A recording is complete: it is opened, unless edits would be lost. */
    public static Next recorded(StudioState state, String file, Notice notice) {
        if (state.unsaved() > 0) {
            String sentence = notice.text() + "; it is not opened, because edits are not saved";
            return Viewing.count(state.withoutLive().say(new Notice(sentence, notice.isError())))
                    .and(new Effect.Unwatch());
        }
        Optional<Live> idle = state.live().map(live -> live.with(Optional.empty()));
        StudioState opening = idle.map(state::with).orElse(state);
        return Next.of(opening.with(state.front().saying(notice).doing("opening " + file)))
                .and(new Effect.Open(file, notice));
    }
}
