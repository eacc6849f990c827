package org.dimos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditCommandsTest {
    private static final long START = 1_780_000_000_000_000_000L;

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void write() {
        file = folder.resolve("run.db").toString();
        write(Path.of(file), START);
    }

    /** Twenty seconds with ten messages of {@code cpu} a second, and one calibration at the start. */
    private static void write(Path path, long start) {
        try (RecordingWriter writer = RecordingWriter.create(path)) {
            RecordingStream cpu = writer.stream(StreamSpec.of("cpu", Double.class));
            RecordingStream calibration = writer.stream(StreamSpec.of("camera_info", String.class));
            long unusedInfo = calibration.append(Observation.of("camera_info", start, start, "f=500"));
            for (int i = 0; i < 200; i++) {
                long time = start + i * 100_000_000L;
                long unused = cpu.append(Observation.of("cpu", time, time, i / 8.0));
            }
        }
    }

    private static String counts(Path path) {
        return Recording.open(path).recorded().stream()
                .map(stream -> stream.name() + " " + stream.messages())
                .collect(Collectors.joining(", "));
    }

    private static Answer done(String... args) {
        Answer answer = Answer.to(args);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return answer;
    }

    @Test
    void trimsAFileAndKeepsTheOriginalAndTheValueThatHolds() {
        assertThat(done("trim", file, "--from", "5", "--to", "7.5").out()).contains("the original is " + file + ".bak");

        assertThat(counts(Path.of(file))).isEqualTo("cpu 25, camera_info 1");
        assertThat(counts(Path.of(file + ".bak"))).isEqualTo("cpu 200, camera_info 1");
        assertThat(Recording.open(file).window().startNanos()).isEqualTo(START + 5_000_000_000L);
    }

    @Test
    void takesMoments() {
        Path out = folder.resolve("out.db");
        Answer unused = done("trim", file, "--from", "2026-05-28T20:26:50Z", "-o", out.toString());

        assertThat(counts(out)).isEqualTo("cpu 100, camera_info 1");
    }

    @Test
    void cutsOneStreamWithoutKeepingTheOriginal() throws IOException {
        Answer unused = done("cut", file, "--from", "1", "--to", "2", "--streams", "cpu", "--no-backup");

        assertThat(counts(Path.of(file))).isEqualTo("cpu 190, camera_info 1");
        assertThat(done("info", file).out()).contains("cpu was cut out between 1.00 s and 2.00 s");
        assertThat(done("info", file, "--json").out()).contains("\"gaps\" : [");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void splitsAndMergesToTheSame() {
        Answer parts = done(
                "split", file, "--every", "8", "-o", folder.resolve("part%d.db").toString());
        assertThat(parts.out().lines()).hasSize(3);
        assertThat(counts(folder.resolve("part1.db"))).isEqualTo("cpu 80, camera_info 1");
        assertThat(counts(folder.resolve("part3.db"))).isEqualTo("cpu 40, camera_info 1");

        Path all = folder.resolve("all.db");
        List<String> files = Stream.of(1, 2, 3)
                .map(n -> folder.resolve("part" + n + ".db").toString())
                .toList();
        Answer unused = done("merge", files.get(0), files.get(1), files.get(2), "-o", all.toString());
        assertThat(Recording.open(all).recorded())
                .isEqualTo(Recording.open(file).recorded());
    }

    @Test
    void refusesToMergeTwoTypesUnderOneName() {
        Path other = folder.resolve("other.db");
        try (RecordingWriter writer = RecordingWriter.create(other)) {
            RecordingStream unused = writer.stream(StreamSpec.of("cpu", String.class));
        }
        String out = folder.resolve("all.db").toString();

        Answer answer = Answer.to("merge", file, other.toString(), "-o", out);

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err())
                .contains("stream 'cpu' is java.lang.Double in " + file + " and java.lang.String in " + other)
                .contains("--prefix");
        assertThat(Path.of(out)).doesNotExist();
        assertThat(done("merge", file, other.toString(), "-o", out, "--prefix").out())
                .contains("3 streams");
    }

    @Test
    void renamesStreams() {
        Answer unused = done("rename", file, "cpu=robot0/load");

        assertThat(counts(Path.of(file))).isEqualTo("robot0/load 200, camera_info 1");
    }

    @Test
    void tellsOfMistakesInOneSentence() {
        assertThat(Answer.to("trim", file, "--from", "30", "--to", "40").complaints())
                .singleElement()
                .asString()
                .contains("cannot trim everything to 30.0 s to 40.0 s");
        assertThat(Answer.to("cut", file, "--from", "1", "--streams", "cqu").complaints())
                .singleElement()
                .asString()
                .contains("stream 'cqu' is not in")
                .contains("cpu");
        assertThat(Answer.to("trim", file).complaints())
                .singleElement()
                .asString()
                .contains("the span is missing");
        assertThat(Answer.to("split", file).complaints())
                .singleElement()
                .asString()
                .contains("--every");
    }

    @Test
    void examinesAndRecovers() {
        assertThat(done("doctor", file).out()).contains(file + ": sound");
        assertThat(done("recover", file, file + ".saved").out()).contains("201 messages recovered, 0 missing");
        assertThat(done("doctor", file + ".saved", "--json").out()).contains("\"verdict\" : \"sound\"");
    }

    @Test
    void exitCodesTellHowAFileIs() throws IOException {
        Path cut = folder.resolve("cut.db");
        byte[] bytes = Files.readAllBytes(Path.of(file));
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 3 * 8192));
        Path text = Files.writeString(folder.resolve("text.db"), "hello");

        assertThat(Answer.to("doctor", cut.toString()).code()).isEqualTo(ExitCode.FAILED);
        assertThat(Answer.to("recover", cut.toString(), cut + ".saved").code()).isEqualTo(ExitCode.LOSSES);
        assertThat(Answer.to("doctor", cut + ".saved").code()).isEqualTo(ExitCode.LOSSES);
        assertThat(Answer.to("doctor", text.toString()).code()).isEqualTo(ExitCode.FAILED);
        assertThat(Answer.to("recover", text.toString(), text + ".saved").code())
                .isEqualTo(ExitCode.FAILED);
        assertThat(Answer.to("doctor", folder.resolve("none.db").toString()).code())
                .isEqualTo(ExitCode.USAGE);
    }
}
