package org.dimos.blueprint.introspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a run answers to {@code {"do": "status"}}, {@code {"do": "share", "streams": ["lidar"]}} and {@code {"do":
 * "stop"}}.
 *
 * @param entry what runs
 * @param status how it goes
 * @param share puts the streams that match these patterns on the bus; answers their names
 * @param stop asks the run to stop, and does not wait until it has
 */
record RunAnswers(
        LiveEntry entry, Supplier<GraphStatus> status, Function<List<String>, List<String>> share, Runnable stop)
        implements UnaryOperator<String> {
    private static final int MOST_PATTERNS = 1000;

    @Override
    public String apply(String line) {
        try {
            JsonNode request = JsonLine.parse(line);
            String what = request.path("do").asText("");
            return switch (what) {
                case "status" -> tellStatus();
                case "share" -> shareStreams(StatusReader.texts(request.path("streams")));
                case "stop" -> askToStop();
                default -> error("a run can 'status', 'share' and 'stop', not '" + shortened(what) + "'");
            };
        } catch (RuntimeException e) {
            return error(String.valueOf(e.getMessage()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** The run and its graph, which is also what it announces. */
    String tellStatus() {
        GraphStatus now = status.get();
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("run");
            entry.write(json);
            json.writeEndObject();
            json.writeObjectFieldStart("graph");
            StatusWriter.write(now, json);
            json.writeEndObject();
        });
    }

    private String shareStreams(List<String> patterns) {
        if (patterns.isEmpty() || patterns.size() > MOST_PATTERNS) {
            return error(
                    "'share' needs the names of streams: {\"do\": \"share\", \"streams\": [\"lidar\", \"camera*\"]}");
        }
        List<String> shared = share.apply(patterns);
        return JsonLine.of(json -> {
            json.writeArrayFieldStart("shared");
            for (String stream : shared) {
                json.writeString(stream);
            }
            json.writeEndArray();
        });
    }

    private String askToStop() {
        stop.run();
        return JsonLine.of(json -> json.writeBooleanField("stopping", true));
    }

    static String error(String reason) {
        return JsonLine.of(json -> json.writeStringField("error", reason));
    }
}
