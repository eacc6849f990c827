package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final long START = 1_700_000_000_000_000_000L;

    @TempDir
    Path folder;

    private Path recording;

    @BeforeEach
    void record() {
        recording = folder.resolve("a.db");
        try (RecordingWriter writer = RecordingWriter.create(recording)) {
            for (String stream : new String[] {"cpu", "heat"}) {
                for (int i = 0; i < 10; i++) {
                    long at = START + i * 1_000_000_000L;
                    writer.stream(StreamSpec.of(stream, Double.class)).append(Observation.of(stream, at, at, 1.5 * i));
                }
            }
        }
    }

    @Test
    void writesAFileThatCanBeImportedAgain() {
        Answer exported = export("a.mcap");
        Answer imported = Answer.to("import", folder.resolve("a.mcap").toString(), folder + "/b.db", "--json");

        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(exported.out()).contains("20 messages on 2 streams", "std_msgs/msg/Float64 in cdr");
        assertThat(imported.out()).contains("\"messages\" : 20");
    }

    @Test
    void takesAPart() {
        assertThat(export("a.lcmlog", "--streams", "c*", "--from", "2", "--to", "2023-11-14T22:13:25Z", "--json")
                        .out())
                .contains("\"messages\" : 3", "/cpu#std_msgs.Float64");
    }

    @Test
    void aMistakeLeavesNothingBehind() {
        Answer answer = export("a.mcap", "--compression", "zip");

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.complaints())
                .containsExactly(
                        "dimos: a file in the format mcap cannot be compressed with 'zip'; there is zstd, lz4, none");
        assertThat(Files.exists(folder.resolve("a.mcap"))).isFalse();
        assertThat(export("a.bag").complaints()).singleElement().asString().contains("mcap (.mcap)");
        assertThat(export("a.mcap", "--from", "5", "--to", "3").code()).isEqualTo(ExitCode.USAGE);
        assertThat(export("a.mcap", "--from", "50").code()).isEqualTo(ExitCode.USAGE);
        assertThat(export("a.mcap", "--streams", "nothing").code()).isEqualTo(ExitCode.USAGE);
    }

    private Answer export(String out, String... options) {
        String[] words = new String[3 + options.length];
        words[0] = "export";
        words[1] = recording.toString();
        words[2] = folder.resolve(out).toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Answer.to(words);
    }
}
