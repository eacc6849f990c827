package org.dimos.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dimos.cli.text.Json;
import org.dimos.cli.text.Terminal;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.record.Observation;

/** An observation in one line: for a person, or as JSON. */
final class ObservationLines {
    private static final int PAYLOAD_COLUMNS = 100;

    private final long startNanos;
    private final PayloadJson payloads;

    /** @param startNanos where the recording starts; times are counted from there */
    ObservationLines(long startNanos, boolean full) {
        this.startNanos = startNanos;
        this.payloads = new PayloadJson(full);
    }

    /** Time, id, pose, tags and the beginning of the payload. */
    String text(Observation<?> observation) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "%10.3f  %6d", seconds(observation), observation.id()));
        observation.pose().map(Pose::position).map(ObservationLines::place).ifPresent(parts::add);
        if (!observation.tags().isJustReception()) {
            parts.add(observation.tags().json());
        }
        parts.add(shortly(payloads.withoutHeader(observation.payload())));
        return Terminal.plain(String.join("  ", parts));
    }

    private static String place(Point place) {
        return String.format(Locale.ROOT, "(%.3f, %.3f, %.3f)", place.x(), place.y(), place.z());
    }

    private static String shortly(String text) {
        return text.length() <= PAYLOAD_COLUMNS ? text : text.substring(0, PAYLOAD_COLUMNS) + "…";
    }

    private double seconds(Observation<?> observation) {
        return (observation.timestampNanos() - startNanos) / 1e9;
    }

    /** All there is about it. */
    String json(Observation<?> observation) {
        Map<String, Object> members = Json.object(
                "stream", observation.stream(),
                "id", observation.id(),
                "seconds", seconds(observation),
                "nanos", observation.timestampNanos(),
                "receptionNanos", observation.receptionNanos());
        observation.pose().ifPresent(pose -> members.put("pose", numbers(pose)));
        Map<String, Object> tags = new LinkedHashMap<>(observation.tags().values());
        tags.remove("reception_ts");
        members.put("tags", tags);
        members.put("payload", observation.payload());
        return payloads.of(members);
    }

    private static List<Double> numbers(Pose pose) {
        Point place = pose.position();
        Quaternion turn = pose.orientation();
        return List.of(place.x(), place.y(), place.z(), turn.x(), turn.y(), turn.z(), turn.w());
    }
}
