package org.dimos.cli.studio.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dimos.blueprint.introspection.GraphStatus;
import org.dimos.blueprint.introspection.StreamTraffic;
import org.dimos.cli.studio.state.Figures;
import org.dimos.cli.studio.state.Lane;
import org.dimos.cli.studio.state.Lanes;
import org.dimos.cli.studio.state.Row;
import org.dimos.cli.studio.state.Span;

/** What a running graph has sent in the last minutes, made of one look at it after the other. */
final class LiveHistory {
    private static final int LOOKS = 240;

    private final Deque<GraphStatus> looks = new ArrayDeque<>();

    void add(GraphStatus status) {
        looks.addLast(status);
        if (looks.size() > LOOKS) {
            looks.removeFirst();
        }
    }

    /** The modules with the streams that they publish. */
    List<Row> rows() {
        Map<String, List<Row>> modules = new LinkedHashMap<>();
        for (StreamTraffic stream : looks.getLast().streams()) {
            String module = stream.producers().stream().findFirst().orElse("");
            modules.computeIfAbsent(module, name -> new ArrayList<>(List.of(Row.ofModule(name))))
                    .add(Row.ofStream(module, stream.name(), Figures.rate(stream.rate())));
        }
        return modules.values().stream().flatMap(List::stream).toList();
    }

    /** A bin for each time between two looks. */
    Lanes lanes() {
        List<GraphStatus> seen = List.copyOf(looks);
        int bins = Math.max(1, seen.size() - 1);
        Map<String, long[]> messages = new HashMap<>();
        Map<String, long[]> bytes = new HashMap<>();
        for (int i = 1; i < seen.size(); i++) {
            Map<String, StreamTraffic> before = new HashMap<>();
            seen.get(i - 1).streams().forEach(stream -> before.put(stream.name(), stream));
            for (StreamTraffic now : seen.get(i).streams()) {
                StreamTraffic then = before.getOrDefault(now.name(), now);
                messages.computeIfAbsent(now.name(), name -> new long[bins])[i - 1] =
                        Math.max(0, now.sent() - then.sent());
                bytes.computeIfAbsent(now.name(), name -> new long[bins])[i - 1] =
                        Math.max(0, now.bytes().orElse(0) - then.bytes().orElse(0));
            }
        }
        Map<String, Lane> lanes = new HashMap<>();
        messages.forEach((name, counts) ->
                lanes.put(name, new Lane(counts, bytes.getOrDefault(name, new long[bins]), new long[bins])));
        return new Lanes(
                new Span(
                        seen.get(0).nanos(),
                        Math.max(seen.get(0).nanos() + 1, looks.getLast().nanos())),
                lanes);
    }
}
