package org.dimos.cli.studio.desk;

import java.util.Optional;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.BlueprintException;
import org.dimos.blueprint.Graph;
import org.dimos.blueprint.ReplayPlan.Played;
import org.dimos.blueprint.config.Settings;
import org.dimos.cli.studio.state.Next;
import org.dimos.cli.studio.state.Notice;
import org.dimos.core.transport.TransportException;
import org.dimos.core.transport.lcm.LcmTransport;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;

/**
 * Plays onto LCM, where others see it, and into a blueprint if there is one. Where LCM does not work it plays all the
 * same, and says why nobody sees it.
 *
 * @param into the blueprint
 * @param settings of its modules
 * @param poster is told
 */
public record BusTarget(Optional<Blueprint> into, Settings settings, Poster poster) implements PlayTarget {

    @Override
    public Graph start(Recording recording) {
        Blueprint played =
                into.map(blueprint -> blueprint.replay(recording)).orElseGet(() -> Blueprint.playing(recording));
        String[] streams = played.replayPlan()
                .map(plan -> plan.played().stream().map(Played::stream).toArray(String[]::new))
                .orElseGet(() -> new String[] {"*"});
        if (streams.length == 0) {
            throw new RecordingException("nothing of " + recording.name() + " plays into that blueprint;"
                    + " 'dimos run BLUEPRINT --replay FILE --plan' tells why");
        }
        try {
            return played.link(LcmTransport.NAME, streams).start(settings);
        } catch (TransportException | BlueprintException e) {
            Graph graph = played.start(settings);
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            poster.post(state -> Next.of(
                    state.say(Notice.error("played, but not onto LCM: " + reason + " ('dimos doctor --network')"))));
            return graph;
        }
    }
}
