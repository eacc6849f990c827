package org.dimos.blueprint.introspection;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes what is seen of a graph as JSON. By hand: it is done every second beside the graph's own work. */
final class StatusWriter {
    private static final double NANOS_PER_SECOND = 1e9;

    private StatusWriter() {}

    static String json(GraphStatus status) {
        return JsonLine.of(json -> write(status, json));
    }

    /** Writes the members of an object that was begun. */
    static void write(GraphStatus status, JsonGenerator json) throws IOException {
        json.writeStringField("mode", status.mode().text());
        json.writeNumberField("startNanos", status.startNanos());
        json.writeNumberField("nanos", status.nanos());
        json.writeNumberField("cpuNanos", status.cpuNanos());
        json.writeArrayFieldStart("modules");
        for (ModuleLoad module : status.modules()) {
            write(module, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("streams");
        for (StreamTraffic stream : status.streams()) {
            write(stream, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("recordings");
        for (RecordingState recording : status.recordings()) {
            write(recording, json);
        }
        json.writeEndArray();
        if (status.playback().isPresent()) {
            json.writeObjectFieldStart("playback");
            write(status.playback().get(), json);
            json.writeEndObject();
        }
    }

    private static void write(ModuleLoad module, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", module.name());
        json.writeStringField("type", module.type());
        if (module.cpuNanos().isPresent()) {
            json.writeNumberField("cpuNanos", module.cpuNanos().getAsLong());
        }
        json.writeNumberField("waiting", module.waiting());
        json.writeNumberField("handled", module.handled());
        json.writeNumberField("dropped", module.dropped());
        texts("inputs", module.inputs(), json);
        texts("outputs", module.outputs(), json);
        json.writeEndObject();
    }

    private static void write(StreamTraffic stream, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", stream.name());
        json.writeStringField("type", stream.type());
        texts("producers", stream.producers(), json);
        texts("consumers", stream.consumers(), json);
        texts("transports", stream.transports(), json);
        json.writeNumberField("sent", stream.sent());
        json.writeNumberField("dropped", stream.dropped());
        json.writeNumberField("refused", stream.refused());
        json.writeNumberField("lost", stream.lost());
        if (stream.bytes().isPresent()) {
            json.writeNumberField("bytes", stream.bytes().getAsLong());
        }
        json.writeNumberField("rate", Math.round(stream.rate() * 1000) / 1000.0);
        json.writeEndObject();
    }

    private static void write(RecordingState recording, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", recording.file());
        json.writeStringField("state", recording.state());
        if (recording.reason().isPresent()) {
            json.writeStringField("reason", recording.reason().get());
        }
        json.writeNumberField("stored", recording.stored());
        json.writeNumberField("lost", recording.lost());
        json.writeNumberField("waitingBytes", recording.waitingBytes());
        json.writeNumberField("queueBytes", recording.queueBytes());
        json.writeNumberField("fileBytes", recording.fileBytes());
        json.writeEndObject();
    }

    private static void write(PlaybackState playback, JsonGenerator json) throws IOException {
        json.writeStringField("state", playback.state());
        json.writeNumberField("seconds", playback.position().toNanos() / NANOS_PER_SECOND);
        json.writeNumberField("length", playback.length().toNanos() / NANOS_PER_SECOND);
        if (Double.isInfinite(playback.speed())) {
            json.writeStringField("speed", "max");
        } else {
            json.writeNumberField("speed", playback.speed());
        }
        json.writeBooleanField("repeats", playback.repeats());
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
