package org.dimos.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.record.selection.Pause;
import org.dimos.record.selection.Summary;

/** What observations are like as a whole, for a person or as data. */
final class SummaryText {
    private SummaryText() {}

    static List<String> lines(Summary summary, long startNanos) {
        List<String> lines = new ArrayList<>();
        String span = summary.count() == 0
                ? ""
                : ", from " + Format.seconds(summary.firstNanos() - startNanos) + " s to "
                        + Format.seconds(summary.lastNanos() - startNanos) + " s";
        String rate = summary.rate()
                .map(hertz -> ", " + Format.hertz(hertz.mean()) + " Hz")
                .orElse("");
        lines.add(Format.count(summary.count(), "observation") + ", " + Format.bytes(summary.bytes()) + span + rate);
        for (Pause pause : summary.pauses()) {
            lines.add("nothing for " + Format.seconds(pause.nanos()) + " s after "
                    + Format.seconds(pause.fromNanos() - startNanos) + " s");
        }
        return lines;
    }

    static Map<String, Object> data(Summary summary) {
        Map<String, Object> data = Json.object("count", summary.count(), "bytes", summary.bytes());
        if (summary.count() > 0) {
            data.put("firstNanos", summary.firstNanos());
            data.put("lastNanos", summary.lastNanos());
        }
        summary.rate()
                .ifPresent(rate ->
                        data.put("hertz", Json.object("min", rate.min(), "mean", rate.mean(), "max", rate.max())));
        data.put(
                "pauses",
                summary.pauses().stream()
                        .map(pause -> Json.object("fromNanos", pause.fromNanos(), "toNanos", pause.toNanos()))
                        .toList());
        return data;
    }
}
