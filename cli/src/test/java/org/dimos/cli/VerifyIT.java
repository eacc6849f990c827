package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live run of the simulated robot, replayed in lockstep. */
class VerifyIT {
    @TempDir
    static Path folder;

    private static String file = "";

    @BeforeAll
    static void recordLive() {
        file = folder.resolve("live.db").toString();
        Answer answer = Answer.to(
                "run", "sim-nav", "--record", file, "--record-all", "--duration", "3", "--SimConnection.cameraHz", "1");
        assertThat(answer.code()).as(answer.err()).isZero();
    }

    @Test
    void whatWasRecordedLiveIsWhatALockstepReplayGives() {
        Answer answer = Answer.to("verify", "sim-nav", "--replay", file);
        assertThat(answer.out())
                .contains("OccupancyMapper, Explorer run in lockstep")
                .contains("equal");
        assertThat(answer.code()).isZero();
    }

    @Test
    void aChangedConstantIsFoundWithStreamTimeAndField() {
        Answer answer = Answer.to("verify", "sim-nav", "--replay", file, "--OccupancyMapper.resolution", "0.2");
        assertThat(answer.out())
                .containsPattern("global_map differs first at 0\\.[0-9]+ s in message 1: info\\.resolution is 0\\.1")
                .contains("the last that OccupancyMapper was sent by then: lidar #5 at");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void twoReplaysGiveTheSameStreams() {
        Path first = folder.resolve("first.db");
        Path second = folder.resolve("second.db");
        for (Path outputs : new Path[] {first, second}) {
            Answer answer = Answer.to(
                    "run",
                    "sim-nav",
                    "--replay",
                    file,
                    "--lockstep",
                    "--keep",
                    "OccupancyMapper,Explorer",
                    "--record",
                    outputs.toString());
            assertThat(answer.code()).as(answer.err()).isZero();
        }
        assertThat(Answer.to("diff", first.toString(), second.toString()).code())
                .isZero();
        assertThat(Answer.to("diff", first.toString(), file).code()).isEqualTo(1);
    }

    @Test
    void aStreamPlayedBesideIsComparedWithinTheFile() {
        String both = folder.resolve("both.db").toString();
        Answer run =
                Answer.to("run", "sim-nav", "--replay", file, "--lockstep", "--beside", "global_map", "--record", both);
        assertThat(run.out()).contains("global_map@recorded");
        Answer diff = Answer.to("diff", both);
        assertThat(diff.out()).contains("global_map");
        assertThat(diff.code()).as(diff.out()).isZero();
    }

    @Test
    void contradictionsAreMistakes() {
        Answer answer = Answer.to("run", "sim-nav", "--replay", file, "--lockstep", "--speed", "2", "--loop");
        assertThat(answer.complaints()).hasSize(2);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(Answer.to("run", "sim-nav", "--lockstep").complaints())
                .singleElement()
                .asString()
                .contains("--lockstep changes a replay");
    }
}
