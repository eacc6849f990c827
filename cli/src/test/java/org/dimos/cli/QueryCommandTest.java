package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dimos.core.message.Encoded;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.msgs.geometry.Quaternion;
import org.dimos.record.Observation;
import org.dimos.record.Tags;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryCommandTest {
    private static final long START = 1_700_000_000_000_000_000L;

    @TempDir
    Path folder = Path.of("");

    private String file = "";

    /** Ten messages, one a second, each a metre further on; bare ones without a pose between them. */
    @BeforeEach
    void record() {
        Path path = folder.resolve("run.db");
        file = path.toString();
        try (RecordingWriter writer = RecordingWriter.create(path)) {
            RecordingStream words = writer.stream(StreamSpec.of("words", String.class));
            RecordingStream bare = writer.stream(StreamSpec.of("bare", Double.class));
            for (int i = 0; i < 10; i++) {
                long nanos = START + i * 1_000_000_000L;
                Pose pose = new Pose(new Point(i, 0, 0), new Quaternion(0, 0, 0, 1));
                words.append(Observation.of("words", nanos, nanos, (Object) ("word " + i))
                        .withPose(pose)
                        .withTags(Tags.of(Map.of("scene", i < 5 ? "hall" : "kitchen", "level", i))));
                bare.append(Observation.of("bare", nanos + 10_000_000, nanos, (Object) (i / 2.0)));
            }
        }
    }

    private Answer query(String stream, String... options) {
        List<String> words = new java.util.ArrayList<>(List.of("query", file, stream));
        words.addAll(List.of(options));
        return Answer.to(words.toArray(String[]::new));
    }

    private List<Integer> ids(String stream, String... options) {
        List<String> all = new java.util.ArrayList<>(List.of(options));
        all.add("--jsonl");
        Answer answer = query(stream, all.toArray(String[]::new));
        assertThat(answer.err()).isEmpty();
        return answer.out().lines().map(line -> json(line).get("id").asInt()).toList();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void showsALineForEachObservation() {
        assertThat(query("words", "--limit", "2").out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("     0.000       1  (0.000, 0.000, 0.000)  {\"reception_ts\":")
                .endsWith("  \"word 0\"");
    }

    @Test
    void narrowsByTimePlaceAndTags() {
        assertThat(ids("words", "--after", "2", "--before", "2023-11-14T22:13:25Z"))
                .containsExactly(4, 5);
        assertThat(ids("words", "--near", "4,0,0,1")).containsExactly(4, 5, 6);
        assertThat(ids("words", "--tag", "scene=hall", "--tag", "level=3")).containsExactly(4);
        assertThat(ids("words", "--at", "3.4")).containsExactly(4);
        assertThat(ids("words", "--at", "3.4", "--within", "0.1")).isEmpty();
    }

    @Test
    void ordersThinsOutAndCuts() {
        assertThat(ids("words", "--desc", "--offset", "1", "--limit", "2")).containsExactly(9, 8);
        assertThat(ids("words", "--every", "4")).containsExactly(1, 5, 9);
        assertThat(ids("words", "--rate", "0.5")).containsExactly(1, 3, 5, 7, 9);
    }

    @Test
    void takesPosesFromAnotherStream() {
        assertThat(ids("bare", "--near", "4,0,0,0.5")).isEmpty();
        assertThat(ids("bare", "--poses-of", "words", "--near", "4,0,0,0.5")).containsExactly(5);
    }

    @Test
    void countsAndSumsUp() {
        assertThat(query("words", "--tag", "scene=hall", "--count").out().strip())
                .isEqualTo("5");
        assertThat(query("words", "--count", "--json").out().strip()).isEqualTo("{\"count\":10}");
        assertThat(query("bare", "--summary").out().strip())
                .isEqualTo("10 observations, 80 B, from 0.01 s to 9.01 s, 1.00 Hz");
        assertThat(json(query("bare", "--summary", "--json").out())
                        .get("hertz")
                        .get("mean")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void writesJsonThatHasAllThereIs() {
        JsonNode found = json(query("words", "--json", "--limit", "1").out()).get(0);

        assertThat(found.get("stream").asText()).isEqualTo("words");
        assertThat(found.get("nanos").asLong()).isEqualTo(START);
        assertThat(found.get("pose")).hasSize(7);
        assertThat(found.get("tags").get("scene").asText()).isEqualTo("hall");
        assertThat(found.get("payload").asText()).isEqualTo("word 0");
        assertThat(json(query("words", "--json", "--limit", "0").out())).isEmpty();
    }

    @Test
    void explainsWithoutReading() {
        assertThat(query("words", "--tag", "scene=hall", "--every", "2", "--explain")
                        .out()
                        .lines())
                .containsExactly(
                        "stream 'words' of " + file, "in the file: tag scene = \"hall\"", "in memory: one of 2");
    }

    @Test
    void savesIntoANewRecording() {
        Path target = folder.resolve("hall.db");

        Answer answer = query("words", "--tag", "scene=hall", "--save", target.toString(), "--as", "hall");

        assertThat(answer.out().strip()).isEqualTo(target + ": 5 observations on stream hall");
        assertThat(Answer.to("query", target.toString(), "hall", "--count")
                        .out()
                        .strip())
                .isEqualTo("5");
        assertThat(query("words", "--save", target.toString()).code()).isEqualTo(2);
    }

    @Test
    void followsUntilTheLimit() {
        assertThat(ids("words", "--follow", "--limit", "3")).containsExactly(1, 2, 3);
    }

    @Test
    void longArraysAreWrittenWholeOnlyIfAskedFor() throws Exception {
        Path path = folder.resolve("opaque.db");
        try (RecordingWriter writer = RecordingWriter.create(path)) {
            var bytes = org.dimos.core.array.Bytes.wrap(new byte[100]);
            var opaque = new org.dimos.core.message.Opaque("custom.Thing", new Encoded("custom", bytes));
            writer.stream(StreamSpec.opaque("things", "custom.Thing", "custom"))
                    .append(Observation.of("things", START, START, (Object) opaque));
        }

        assertThat(Answer.to("query", path.toString(), "things").out())
                .contains("{\"type\":\"custom.Thing\",\"codec\":\"custom\",\"data\":{\"length\":100}}");
        assertThat(Answer.to("query", path.toString(), "things", "--jsonl", "--full")
                        .out())
                .contains("\"data\":\"AAAA");
        assertThat(Files.size(path)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wrds                          | stream 'wrds' is not in
            words --near 1,2              | '1,2' is no place; it takes x,y,z and a radius
            words --near 1,2,3,-1         | is no place
            words --tag scene             | 'scene' is no tag; it takes a name and a value such as scene=kitchen
            words --tag a-b=1             | 'a-b' cannot be the name of a tag
            words --after yesterday       | 'yesterday' is no time; it takes seconds from the start
            words --limit -1              | a limit of -1 observations
            words --every 0               | the number must be at least 1
            words --count --follow        | --count and --follow exclude each other; choose one
            words --follow --json         | take --jsonl
            words --follow --desc         | a live query gives observations as they arrive, not by time descending
            words --follow --at 3         | has no end that could be followed
            words --as other              | add --save OUT
            words --json --jsonl          | exclude each other
            words --poses-of odm          | stream 'odm' is not in
            """)
    void aMistakeIsToldInOneLine(String command, String expected) {
        String[] words = command.split(" +", 2);
        Answer answer = query(words[0], words.length == 1 ? new String[0] : words[1].split(" +"));

        assertThat(answer.complaints())
                .singleElement()
                .asString()
                .startsWith("dimos: ")
                .contains(expected);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
    }
}
