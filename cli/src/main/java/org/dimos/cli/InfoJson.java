package org.dimos.cli;

import java.util.List;
import java.util.Map;
import org.dimos.cli.text.Format;
import org.dimos.cli.text.Json;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.Producer;
import org.dimos.record.Rate;
import org.dimos.record.Recording;
import org.dimos.record.RunInfo;
import org.dimos.record.StreamInfo;

/** What a recording holds as data. */
final class InfoJson {
    private InfoJson() {}

    static Map<String, Object> of(Recording recording) {
        Map<String, Object> info = Json.object(
                "file",
                recording.name(),
                "seconds",
                recording.window().length().toNanos() / 1e9,
                "streams",
                recording.recorded().stream().map(InfoJson::stream).toList(),
                "gaps",
                recording.gaps().stream().map(InfoJson::gap).toList());
        recording.run().ifPresent(run -> info.put("run", run(run)));
        return info;
    }

    /** A gap; without a stream it is one of all streams. */
    static Map<String, Object> gap(Gap gap) {
        Map<String, Object> data = Json.object("fromNanos", gap.fromNanos(), "toNanos", gap.toNanos());
        gap.stream().ifPresent(stream -> data.put("stream", stream));
        return data;
    }

    private static Map<String, Object> run(RunInfo run) {
        return Json.object(
                "blueprint", run.blueprint(), "java", run.javaVersion(), "start", Format.time(run.startNanos()));
    }

    private static Map<String, Object> stream(StreamInfo stream) {
        Map<String, Object> info = Json.object(
                "name", stream.name(),
                "type", stream.typeName(),
                "known", stream.payloadType().isPresent(),
                "codec", stream.codec(),
                "messages", stream.messages(),
                "bytes", stream.bytes(),
                "lost", stream.lost());
        if (stream.messages() > 0) {
            info.put("firstNanos", stream.firstNanos());
            info.put("lastNanos", stream.lastNanos());
        }
        stream.rate().ifPresent(rate -> info.put("hertz", rate(rate)));
        stream.producer().ifPresent(producer -> info.put("producer", producer(producer)));
        info.put("losses", losses(stream.losses()));
        return info;
    }

    private static Map<String, Object> rate(Rate rate) {
        return Json.object("min", rate.min(), "mean", rate.mean(), "max", rate.max());
    }

    private static Map<String, Object> producer(Producer producer) {
        return Json.object("module", producer.module(), "inputs", producer.inputs());
    }

    private static List<Map<String, Object>> losses(List<Loss> losses) {
        return losses.stream()
                .map(loss -> Json.object(
                        "fromNanos",
                        loss.fromNanos(),
                        "toNanos",
                        loss.toNanos(),
                        "count",
                        loss.count(),
                        "reason",
                        loss.reason()))
                .toList();
    }
}
