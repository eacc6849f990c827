package org.dimos.record.rolling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.dimos.record.RecordingException;

/**
 * What the file {@code run.json} says about a run.
 *
 * @param blueprint the names of the blueprints
 * @param pid the process
 * @param processStart when the process began, as far as the system tells: a pid may come again
 * @param start when the run began
 * @param end when it ended, if it did in order
 * @param failure why recording stopped before the end of the run, if it did
 * @param reservedBytes how large the segment that is written may become
 */
public record RunRecord(
        String blueprint,
        long pid,
        Optional<Instant> processStart,
        Instant start,
        Optional<Instant> end,
        Optional<String> failure,
        long reservedBytes) {
    static final String FILE = "run.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MAX_SIZE = 1 << 20;

    static RunRecord ofThisProcess(String blueprint, Instant start) {
        ProcessMark self = ProcessMark.ofThis();
        return new RunRecord(blueprint, self.pid(), self.start(), start, Optional.empty(), Optional.empty(), 0);
    }

    RunRecord reserving(long bytes) {
        return new RunRecord(blueprint, pid, processStart, start, end, failure, bytes);
    }

    RunRecord ended(Instant when, Optional<String> reason) {
        return new RunRecord(blueprint, pid, processStart, start, Optional.of(when), reason, 0);
    }

    /** What has become of the run. */
    public RunState state() {
        if (end.isPresent()) {
            return failure.isPresent() ? RunState.FAILED : RunState.ENDED;
        }
        return new ProcessMark(pid, processStart).isAlive() ? RunState.RUNNING : RunState.CRASHED;
    }

    /** Reads what is in a run's folder, if it can be understood. */
    static Optional<RunRecord> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.size(file) > MAX_SIZE) {
                return Optional.empty();
            }
            JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
            return Optional.of(new RunRecord(
                    json.path("blueprint").asText(""),
                    json.path("pid").asLong(),
                    instant(json, "processStart"),
                    instant(json, "start").orElse(Instant.EPOCH),
                    instant(json, "end"),
                    Optional.of(json.path("failure").asText("")).filter(text -> !text.isEmpty()),
                    Math.max(0, json.path("reservedBytes").asLong())));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What can be said of segments whose run.json is gone; nothing if there are none. */
    static Optional<RunRecord> guess(Path folder) {
        return RunFolder.segments(folder).stream()
                .findFirst()
                .map(first -> new RunRecord(
                        "", 0, Optional.empty(), first.modified(), Optional.empty(), Optional.empty(), 0));
    }

    private static Optional<Instant> instant(JsonNode json, String name) {
        return Optional.of(json.path(name).asText(""))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
    }

    /**
     * Writes it, all or nothing.
     *
     * @throws RecordingException if the folder cannot be written to
     */
    void write(Path folder) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("blueprint", blueprint);
        json.put("state", end.isPresent() ? state().text() : RunState.RUNNING.text());
        json.put("start", start.toString());
        end.ifPresent(when -> json.put("end", when.toString()));
        failure.ifPresent(reason -> json.put("failure", reason));
        json.put("pid", pid);
        processStart.ifPresent(when -> json.put("processStart", when.toString()));
        json.put("reservedBytes", reservedBytes);
        try {
            Path partial = folder.resolve(FILE + ".tmp");
            Files.write(partial, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
            Files.move(
                    partial, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RecordingException(folder.resolve(FILE) + " cannot be written: " + e, e);
        }
    }
}
