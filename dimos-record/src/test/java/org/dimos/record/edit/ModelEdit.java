package org.dimos.record.edit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dimos.record.Loss;
import org.dimos.record.edit.EditStep.DeleteRange;
import org.dimos.record.edit.EditStep.RemoveStream;
import org.dimos.record.edit.EditStep.Rename;
import org.dimos.record.edit.EditStep.Trim;

/** What edits do, said with plain lists of rows. */
final class ModelEdit {
    private final Map<String, List<Row>> streams = new LinkedHashMap<>();
    private final List<Loss> losses;

    /** A row as the model sees it; {@code content} stands for all that is not its time. */
    record Row(long nanos, long id, String content) {}

    ModelEdit(Map<String, List<Row>> rows, List<Loss> losses) {
        rows.forEach((name, list) -> streams.put(name, new ArrayList<>(list)));
        this.losses = new ArrayList<>(losses);
    }

    Map<String, List<Row>> streams() {
        return streams;
    }

    List<Loss> losses() {
        return losses;
    }

    void apply(EditStep step) {
        if (step instanceof Trim trim) {
            meant(trim.streams()).forEach(name -> trim(name, trim.fromNanos(), trim.toNanos()));
            losses.removeIf(loss -> meant(trim.streams()).contains(loss.stream())
                    && (loss.toNanos() < trim.fromNanos() || loss.fromNanos() >= trim.toNanos()));
        } else if (step instanceof DeleteRange cut) {
            meant(cut.streams())
                    .forEach(name ->
                            rows(name).removeIf(row -> row.nanos() >= cut.fromNanos() && row.nanos() < cut.toNanos()));
            losses.removeIf(loss -> meant(cut.streams()).contains(loss.stream())
                    && loss.fromNanos() >= cut.fromNanos()
                    && loss.toNanos() < cut.toNanos());
        } else if (step instanceof RemoveStream removed) {
            streams.remove(removed.stream());
            losses.removeIf(loss -> loss.stream().equals(removed.stream()));
        } else if (step instanceof Rename rename) {
            Map<String, List<Row>> renamed = new LinkedHashMap<>();
            streams.forEach((name, rows) -> renamed.put(name.equals(rename.stream()) ? rename.newName() : name, rows));
            streams.clear();
            streams.putAll(renamed);
            losses.replaceAll(loss -> loss.stream().equals(rename.stream())
                    ? new Loss(rename.newName(), loss.fromNanos(), loss.toNanos(), loss.count(), loss.reason())
                    : loss);
        }
    }

    private List<Row> rows(String name) {
        return requireNonNull(streams.get(name), name);
    }

    private List<String> meant(List<String> names) {
        return names.isEmpty() ? List.copyOf(streams.keySet()) : names;
    }

    private void trim(String name, long from, long to) {
        List<Row> rows = rows(name);
        List<Row> inside = new ArrayList<>(rows.stream()
                .filter(row -> row.nanos() >= from && row.nanos() < to)
                .toList());
        List<Row> before = rows.stream().filter(row -> row.nanos() < from).toList();
        if (!before.isEmpty() && holds(rows, inside, from)) {
            Row last = before.get(before.size() - 1);
            inside.add(0, last);
            if (before.size() > 1 && before.get(before.size() - 2).nanos() == last.nanos()) {
                inside.add(0, before.get(before.size() - 2));
            }
        }
        streams.put(name, inside);
    }

    private static boolean holds(List<Row> rows, List<Row> inside, long from) {
        String first = rows.get(0).content();
        if (first.contains("camera_info value") || first.contains("tf_static value")) {
            return inside.isEmpty() || inside.get(0).nanos() >= from + 1_000_000_000L;
        }
        return rows.size() > 1
                && rows.get(0).nanos() == rows.get(rows.size() - 1).nanos();
    }
}
