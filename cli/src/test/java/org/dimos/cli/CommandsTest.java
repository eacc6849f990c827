package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.out(), e);
        }
    }

    @Test
    void listsBlueprintsWithTheirModules() {
        assertThat(Answer.to("list").out()).contains("test-counting").contains("Counter, Listener");
    }

    @Test
    void listsAsJson() {
        JsonNode list = json(Answer.to("list", "--json"));

        assertThat(list.findValuesAsText("name")).contains("test-counting", "test-failing");
    }

    @Test
    void showsWhoIsConnectedToWhom() {
        assertThat(Answer.to("graph", "test-counting").out())
                .contains("Counter   out  count   Count  Listener")
                .contains("Listener  in   count   Count  Counter")
                .contains("recorded by default: Counter: count");
    }

    @Test
    void writesAGraphForGraphviz() {
        assertThat(Answer.to("graph", "test-counting", "--dot").out())
                .startsWith("digraph \"test-counting\" {")
                .contains("\"module Counter\" -> \"stream count\";")
                .contains("\"stream count\" -> \"module Listener\";")
                .endsWith("}" + System.lineSeparator());
    }

    @Test
    void putsSeveralBlueprintsTogether() {
        JsonNode graph = json(Answer.to("graph", "test-counting", "test-failing", "--json"));

        assertThat(graph.get("name").asText()).isEqualTo("test-counting+test-failing");
        assertThat(graph.get("modules").findValuesAsText("name")).containsExactly("Counter", "Listener", "Failing");
    }

    @Test
    void planOfALiveRunSaysWhatRunsAndWhatWouldBeRecorded() {
        Answer answer = Answer.to("run", "test-counting", "--plan", "--disable", "Listener");

        assertThat(answer.out().lines()).containsExactly("runs: Counter", "--record keeps: count");
        assertThat(answer.code()).isZero();
    }

    @Test
    void writesACompletionScriptThatKnowsCommandsAndBlueprints() {
        assertThat(Answer.to("completion").out())
                .contains("complete -F _complete_dimos")
                .contains("--record-streams")
                .contains("test-counting");
    }

    @Test
    void helpIsWhatWasAskedForAndNoMistake() {
        Answer answer = Answer.to("run", "--help");

        assertThat(answer.out())
                .startsWith("Usage: dimos run NAME... [OPTION...]")
                .contains("--MODULE.FIELD VALUE");
        assertThat(answer.code()).isZero();
    }
}
