package org.dimos.blueprint.introspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads what {@link StatusWriter} wrote. What is not there is 0 or empty, what is not known is passed over. */
final class StatusReader {
    private static final double NANOS_PER_SECOND = 1e9;

    private StatusReader() {}

    static GraphStatus status(JsonNode json) {
        return new GraphStatus(
                RunMode.of(json.path("mode").asText("")).orElse(RunMode.LIVE),
                json.path("startNanos").asLong(),
                json.path("nanos").asLong(),
                json.path("cpuNanos").asLong(),
                list(json.path("modules"), StatusReader::module),
                list(json.path("streams"), StatusReader::stream),
                list(json.path("recordings"), StatusReader::recording),
                Optional.of(json.path("playback")).filter(JsonNode::isObject).map(StatusReader::playback));
    }

    private static ModuleLoad module(JsonNode json) {
        return new ModuleLoad(
                json.path("name").asText(""),
                json.path("type").asText(""),
                number(json.path("cpuNanos")),
                json.path("waiting").asLong(),
                json.path("handled").asLong(),
                json.path("dropped").asLong(),
                texts(json.path("inputs")),
                texts(json.path("outputs")));
    }

    private static StreamTraffic stream(JsonNode json) {
        return new StreamTraffic(
                json.path("name").asText(""),
                json.path("type").asText(""),
                texts(json.path("producers")),
                texts(json.path("consumers")),
                texts(json.path("transports")),
                json.path("sent").asLong(),
                json.path("dropped").asLong(),
                json.path("refused").asLong(),
                json.path("lost").asLong(),
                number(json.path("bytes")),
                json.path("rate").asDouble());
    }

    private static RecordingState recording(JsonNode json) {
        return new RecordingState(
                json.path("file").asText(""),
                json.path("state").asText(""),
                Optional.of(json.path("reason").asText("")).filter(text -> !text.isEmpty()),
                json.path("stored").asLong(),
                json.path("lost").asLong(),
                json.path("waitingBytes").asLong(),
                json.path("queueBytes").asLong(),
                json.path("fileBytes").asLong());
    }

    private static PlaybackState playback(JsonNode json) {
        return new PlaybackState(
                json.path("state").asText(""),
                duration(json.path("seconds")),
                duration(json.path("length")),
                json.path("speed").isTextual()
                        ? Double.POSITIVE_INFINITY
                        : json.path("speed").asDouble(),
                json.path("repeats").asBoolean());
    }

    private static Duration duration(JsonNode seconds) {
        return Duration.ofNanos(Math.round(seconds.asDouble() * NANOS_PER_SECOND));
    }

    private static OptionalLong number(JsonNode json) {
        return json.isNumber() ? OptionalLong.of(json.asLong()) : OptionalLong.empty();
    }

    static List<String> texts(JsonNode json) {
        return list(json, text -> text.asText(""));
    }

    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>();
        json.forEach(node -> list.add(element.apply(node)));
        return list;
    }
}
