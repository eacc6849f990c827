package org.dimos.blueprint.introspection;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.dimos.record.rolling.ProcessMark;

/**
 * What a run says of itself as long as it goes on.
 *
 * @param id what it is called, unlike any other run
 * @param blueprint the names of what runs
 * @param process the process it runs in
 * @param host the machine, as far as it has a name: a process number means nothing on another one
 * @param started when it began
 * @param mode what its time is
 * @param socket where it answers; empty if it cannot
 * @param log where its log lines are; empty if there are none
 */
public record LiveEntry(
        String id,
        String blueprint,
        ProcessMark process,
        String host,
        Instant started,
        RunMode mode,
        Optional<Path> socket,
        Optional<Path> log) {

    LiveEntry withSocket(Optional<Path> path) {
        return new LiveEntry(id, blueprint, process, host, started, mode, path, log);
    }

    /** Whether its process is still there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    String json() {
        return JsonLine.of(this::write);
    }

    /** Writes the members of an object that was begun. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("id", id);
        json.writeStringField("blueprint", blueprint);
        json.writeNumberField("pid", process.pid());
        if (process.start().isPresent()) {
            json.writeStringField("processStart", process.start().get().toString());
        }
        json.writeStringField("host", host);
        json.writeStringField("started", started.toString());
        json.writeStringField("mode", mode.text());
        if (socket.isPresent()) {
            json.writeStringField("socket", socket.get().toString());
        }
        if (log.isPresent()) {
            json.writeStringField("log", log.get().toString());
        }
    }

    /** What {@link #write} wrote; empty if it makes no sense. */
    static Optional<LiveEntry> read(JsonNode json) {
        try {
            String id = json.path("id").asText("");
            long pid = json.path("pid").asLong();
            if (id.isEmpty() || pid <= 0) {
                return Optional.empty();
            }
            return Optional.of(new LiveEntry(
                    id,
                    json.path("blueprint").asText(""),
                    new ProcessMark(pid, text(json, "processStart").map(Instant::parse)),
                    json.path("host").asText(""),
                    text(json, "started").map(Instant::parse).orElse(Instant.EPOCH),
                    RunMode.of(json.path("mode").asText("")).orElse(RunMode.LIVE),
                    text(json, "socket").map(Path::of),
                    text(json, "log").map(Path::of)));
        } catch (DateTimeException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asText("")).filter(text -> !text.isEmpty());
    }
}
