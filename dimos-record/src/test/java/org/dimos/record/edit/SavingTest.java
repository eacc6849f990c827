package org.dimos.record.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dimos.record.Edit;
import org.dimos.record.Gap;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RecordingReader;
import org.dimos.record.sqlite.RecordingWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavingTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = folder.resolve("run.db");
        new RandomRecordings(new Random(1)).write(file);
    }

    private Edit edit() {
        return Recording.open(file).edit().deleteRange(Duration.ofSeconds(1), Duration.ofSeconds(2), "lidar");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void keepsTheOriginalBesideTheNewFile() throws IOException {
        byte[] before = Files.readAllBytes(file);

        Saved first = edit().save();
        Saved second = edit().save();

        assertThat(names()).containsExactly("run.db", "run.db.bak", "run.db.bak.2");
        assertThat(first.original()).contains(folder.toRealPath().resolve("run.db.bak"));
        assertThat(second.original()).contains(folder.toRealPath().resolve("run.db.bak.2"));
        assertThat(Files.readAllBytes(folder.resolve("run.db.bak"))).isEqualTo(before);
    }

    @Test
    void keepsNoOriginalThatNobodyWants() throws IOException {
        Saved saved = edit().save(new SaveOptions(false, SaveListener.NONE));

        assertThat(saved.original()).isEmpty();
        assertThat(names()).containsExactly("run.db");
    }

    @Test
    void overwritesNothing() {
        assertThatThrownBy(() -> edit().saveAs(file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void refusesToReplaceAFileThatIsBeingWritten() throws IOException {
        Path live = folder.resolve("live.db");
        try (RecordingWriter writer = RecordingWriter.createLive(live)) {
            writer.commit();
            assertThatThrownBy(() -> Recording.open(live).edit().save())
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining("is in use");
        }
        assertThat(Recording.open(live).edit().save().original()).isPresent();
    }

    @Test
    void aGapIsAFactThatLaterEditsKeep() {
        Saved first = edit().save();
        Saved second = Recording.open(file)
                .edit()
                .deleteRange(Duration.ofMillis(1500), Duration.ofSeconds(3), "lidar")
                .rename("lidar", "laser")
                .save();
        assertThat(List.of(first, second)).hasSize(2);
        try (RecordingReader reader = Recording.open(file).source().open()) {
            assertThat(reader.gaps().stream().filter(gap -> gap.stream().equals(java.util.Optional.of("laser"))))
                    .extracting(Gap::toNanos, Gap::fromNanos)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SaveStage.class,
            names = {"CLAIMED", "COPIED", "SYNCED", "KEPT"})
    void aFailureOnTheWayLeavesTheOldFileAsItWas(SaveStage stage) throws IOException {
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> edit().save(new SaveOptions(true, failingAt(stage))))
                .hasMessage("at " + stage);

        assertThat(names()).containsExactly("run.db");
        assertThat(Arrays.equals(Files.readAllBytes(file), before)).isTrue();
    }

    private static SaveListener failingAt(SaveStage failing) {
        return new SaveListener() {
            @Override
            public void reached(SaveStage stage) {
                if (stage == failing) {
                    throw new IllegalStateException("at " + stage);
                }
            }
        };
    }

    @Test
    void theFileShrinks() throws IOException {
        long before = Files.size(file);
        Edit edit = Recording.open(file).edit();
        for (String stream : List.of("robot0/odom", "cpu", "camera_info", "calibration", "tf_static")) {
            edit = edit.removeStream(stream);
        }
        Saved unused = edit.save();
        assertThat(Files.size(file)).isLessThan(before);
    }

    @Test
    void goesOnWithThePreviewedEdits() {
        Edit edit = edit().rename("cpu", "load");

        assertThat(edit.preview().edit()).isEqualTo(edit);
        assertThat(edit.toString()).isEqualTo("1. delete 1.0 s to 2.0 s of lidar\n2. rename cpu to load");
    }
}
