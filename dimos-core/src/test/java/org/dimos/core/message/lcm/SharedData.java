package org.dimos.core.message.lcm;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dimos.core.array.Bytes;

/** The facts about dimos's LCM types, and messages encoded by dimos itself; tests are skipped where they are absent. */
public final class SharedData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SharedData() {}

    /** A message of dimos: its type, its content and its bytes. */
    public record Golden(String type, JsonNode value, Bytes bytes) {}

    public static List<Golden> goldenMessages() {
        return lines(file("lcm-golden.jsonl")).stream().map(SharedData::golden).toList();
    }

    /** Fingerprints by type name. */
    public static Map<String, Long> fingerprints() {
        Map<String, Long> fingerprints = new TreeMap<>();
        JsonNode types = tree(String.join("\n", lines(file("lcm-types.json"))));
        for (Map.Entry<String, JsonNode> type : types.properties()) {
            String fingerprint = type.getValue().get("fingerprint").asText();
            fingerprints.put(type.getKey(), HexFormat.fromHexDigitsToLong(fingerprint));
        }
        return fingerprints;
    }

    private static Golden golden(String line) {
        JsonNode entry = tree(line);
        byte[] bytes = HexFormat.of().parseHex(entry.get("hex").asText());
        return new Golden(entry.get("type").asText(), entry.get("value"), Bytes.wrap(bytes));
    }

    private static Path file(String name) {
        Path file = Path.of(System.getProperty("dimos.data", "../../shared/data"), name);
        assumeTrue(Files.isRegularFile(file), () -> "needs shared test data: no file " + file);
        return file;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return fail("cannot read " + file, e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            return fail("no JSON: " + json, e);
        }
    }
}
