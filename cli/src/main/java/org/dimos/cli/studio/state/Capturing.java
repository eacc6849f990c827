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
            return Next.of(state.say(Notice.error(
                    "no program runs that could be recorded; start one in another terminal: dimos run sim-nav")));
        } else if (runs.size() == 1) {
            return Next.of(state.say(Notice.NONE)).and(new Effect.Watch(runs.get(0)));
        }
        return Next.of(state.with(state.front().asking(new Dialogue.Run(runs, 0))));
    }

    /** This is how a run is. */
    public static Next seen(StudioState state, Live live, List<Row> rows, Lanes lanes) {
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

    /** A recording is complete: it is opened, unless edits would be lost. */
    public static Next recorded(StudioState state, String file, String sentence) {
        Live idle =
                state.live().map(live -> live.with(Optional.empty())).orElseGet(() -> new Live("", Optional.empty()));
        if (state.unsaved() > 0) {
            return Viewing.count(state.withoutLive()
                            .say(Notice.info(sentence + "; it is not opened, because edits are not saved")))
                    .and(new Effect.Unwatch());
        }
        return Next.of(state.with(idle).say(Notice.info(sentence)))
                .and(new Effect.Unwatch())
                .and(new Effect.Open(file));
    }
}
