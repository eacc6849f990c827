package org.dimos.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dimos.blueprint.ReplayPlan;
import org.dimos.cli.text.Column;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Table;
import org.dimos.cli.text.Terminal;
import org.dimos.core.bus.StreamReport;
import org.dimos.record.RecordedCount;
import org.dimos.record.RecorderReport;

/**
 * What became of the messages of a run.
 *
 * @param streams what was sent, delivered and dropped
 * @param recorded for a replay: how many messages the recording holds of each stream played, -1 if operators changed it
 * @param stored for a recorded run: what became of the messages to keep
 */
record RunReport(
        List<StreamReport> streams, Optional<Map<String, Long>> recorded, Optional<Map<String, RecordedCount>> stored) {

    static RunReport of(List<StreamReport> streams, Optional<ReplayPlan> plan, List<RecorderReport> recorders) {
        return new RunReport(
                streams,
                plan.map(RunReport::recorded),
                recorders.isEmpty() ? Optional.empty() : Optional.of(stored(recorders)));
    }

    private static Map<String, Long> recorded(ReplayPlan plan) {
        Map<String, Long> counts = new HashMap<>();
        plan.played().forEach(played -> counts.put(played.stream(), played.count()));
        return counts;
    }

    private static Map<String, RecordedCount> stored(List<RecorderReport> recorders) {
        Map<String, RecordedCount> counts = new HashMap<>();
        recorders.forEach(recorder -> recorder.streams().forEach(stream -> counts.put(stream.stream(), stream)));
        return counts;
    }

    /** Whether every recorded message was sent, as far as their number is known, and everyone got everything. */
    boolean isComplete() {
        return streams.stream().allMatch(stream -> isComplete(stream) && isLossless(stream));
    }

    private boolean isComplete(StreamReport stream) {
        return count(stream).map(count -> count == stream.sent()).orElse(true);
    }

    private static boolean isLossless(StreamReport stream) {
        return stream.dropped() == 0
                && stream.refused() == 0
                && stream.receivers().stream().allMatch(receiver -> receiver.delivered() == stream.sent());
    }

    private Optional<Long> count(StreamReport stream) {
        return recorded.map(counts -> counts.getOrDefault(stream.stream(), -1L)).filter(count -> count >= 0);
    }

    private Optional<RecordedCount> stored(StreamReport stream) {
        return stored.flatMap(counts -> Optional.ofNullable(counts.get(stream.stream())));
    }

    /** Writes a row for each stream. Delivered and dropped are sums over all receivers. */
    void print(Terminal terminal) {
        Table table = new Table(columns().toArray(Column[]::new));
        streams.forEach(stream -> table.row(cells(stream).toArray(String[]::new)));
        table.print(terminal);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.name("stream"));
        recorded.ifPresent(counts -> columns.add(Column.number("recorded")));
        List.of("sent", "receivers", "delivered", "dropped").forEach(header -> columns.add(Column.number(header)));
        stored.ifPresent(counts -> List.of("stored", "lost").forEach(header -> columns.add(Column.number(header))));
        return columns;
    }

    private List<String> cells(StreamReport stream) {
        List<String> cells = new ArrayList<>();
        cells.add(stream.stream());
        recorded.ifPresent(counts -> cells.add(orDash(count(stream))));
        cells.add(Format.count(stream.sent()));
        cells.add(Format.count(stream.receivers().size()));
        cells.add(Format.count(stream.delivered()));
        cells.add(Format.count(stream.dropped()));
        stored.ifPresent(counts -> {
            cells.add(orDash(stored(stream).map(RecordedCount::stored)));
            cells.add(orDash(stored(stream).map(RecordedCount::lost)));
        });
        return cells;
    }

    private static String orDash(Optional<Long> count) {
        return count.map(Format::count).orElse("-");
    }

    /** The same as data. */
    List<Map<String, Object>> asData() {
        return streams.stream().map(this::data).toList();
    }

    private Map<String, Object> data(StreamReport stream) {
        Map<String, Object> data = Json.object(
                "stream", stream.stream(),
                "type", stream.type().getName(),
                "sent", stream.sent(),
                "delivered", stream.delivered(),
                "dropped", stream.dropped(),
                "receivers", stream.receivers());
        count(stream).ifPresent(count -> data.put("recorded", count));
        stored(stream).ifPresent(count -> {
            data.put("stored", count.stored());
            data.put("lost", count.lost());
        });
        return data;
    }
}
