package org.dimos.cli.live;

import java.util.List;
import java.util.Map;
import org.dimos.blueprint.introspection.LiveEntry;
import org.dimos.cli.live.Rates.ModuleRate;
import org.dimos.cli.live.Rates.StreamRate;
import org.dimos.cli.text.Json;

/** What {@code dimos top --json} writes. */
public final class TopData {
    private TopData() {}

    /** What a graph does, as data. */
    public static Map<String, Object> of(LiveEntry run, Rates rates) {
        Map<String, Object> data = Json.object(
                "run", run.id(),
                "blueprint", run.blueprint(),
                "mode", rates.now().mode().text(),
                "pid", run.process().pid(),
                "seconds", rates.seconds(),
                "cpu", rates.cpu(),
                "otherCpu", rates.otherCpu(),
                "modules", rates.modules().stream().map(TopData::module).toList(),
                "streams", rates.streams().stream().map(TopData::stream).toList());
        List<Map<String, Object>> recordings = rates.now().recordings().stream()
                .map(recording -> Json.object(
                        "file", recording.file(),
                        "state", recording.state(),
                        "stored", recording.stored(),
                        "lost", recording.lost(),
                        "waitingBytes", recording.waitingBytes()))
                .toList();
        data.put("recordings", recordings);
        rates.now()
                .playback()
                .ifPresent(player -> data.put(
                        "player",
                        Json.object(
                                "state", player.state(),
                                "position", player.position().toNanos() / 1e9,
                                "length", player.length().toNanos() / 1e9)));
        return data;
    }

    private static Map<String, Object> module(ModuleRate module) {
        Map<String, Object> data =
                Json.object("name", module.load().name(), "type", module.load().type());
        module.cpu().ifPresent(cpu -> data.put("cpu", cpu));
        data.put("handledPerSecond", module.handled());
        data.put("waiting", module.load().waiting());
        data.put("dropped", module.load().dropped());
        data.put("droppedPerSecond", module.dropped());
        return data;
    }

    private static Map<String, Object> stream(StreamRate stream) {
        Map<String, Object> data = Json.object(
                "name", stream.traffic().name(),
                "type", stream.traffic().type(),
                "from", stream.traffic().producers(),
                "to", stream.traffic().consumers(),
                "onBus", stream.traffic().transports(),
                "sent", stream.traffic().sent(),
                "sentPerSecond", stream.sent());
        stream.bytes().ifPresent(bytes -> data.put("bytesPerSecond", bytes));
        data.put("dropped", stream.traffic().dropped());
        data.put("droppedPerSecond", stream.dropped());
        data.put("lost", stream.traffic().lost());
        return data;
    }
}
