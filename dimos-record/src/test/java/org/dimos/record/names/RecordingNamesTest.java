package org.dimos.record.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.dimos.record.FileSource;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.RunInfo;
import org.dimos.record.rolling.Limits;
import org.dimos.record.rolling.RunSource;
import org.dimos.record.rolling.SegmentedTarget;
import org.dimos.record.rolling.StateFolder;
import org.dimos.record.sqlite.RecordingWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingNamesTest {
    @TempDir
    Path folder;

    private Path data = Path.of("");
    private RecordingNames names = new RecordingNames(
            new DataFolder(Path.of("data")), new StateFolder(Path.of("state")), TransferListener.none());

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        names = new RecordingNames(
                new DataFolder(data), new StateFolder(folder.resolve("state")), TransferListener.none());
    }

    private static Path recording(Path file) {
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            writer.run(RunInfo.of("named", 0));
        }
        return file;
    }

    private void run(String name) {
        StateFolder state = names.state();
        SegmentedTarget target = new SegmentedTarget(
                state, state.runsPath().resolve(name), new Limits(), () -> 1_780_000_000_000_000_000L);
        target.open(RunInfo.of("named", 0)).close();
    }

    @Test
    void aPathComesFirstThenTheDataFolderThenRuns() {
        Path file = recording(folder.resolve("own.db"));
        Path named = recording(data.resolve("office.db"));
        run("20260101-120000-office-1234");
        run("20260102-120000-office-5678");
        assertThat(names.source(file.toString())).isEqualTo(new FileSource(file));
        assertThat(names.source("office")).isEqualTo(new FileSource(named));
        assertThat(names.source("office.db")).isEqualTo(new FileSource(named));
        assertThat(names.source("20260101"))
                .isEqualTo(new RunSource(names.state().runsPath().resolve("20260101-120000-office-1234")));
        assertThatThrownBy(() -> names.source("2026"))
                .hasMessageContaining("may mean several runs")
                .hasMessageContaining("20260102-120000-office-5678");
    }

    @Test
    void aRunIsNotOneFile() {
        run("20260101-120000-office-1234");
        assertThatThrownBy(() -> names.file("20260101")).hasMessageContaining("dimos keep");
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        recording(data.resolve("office.db"));
        assertThatThrownBy(() -> names.source("offise"))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("did you mean 'office'?");
        assertThatThrownBy(() -> names.source(folder.toString())).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> names.source("../../etc").open()).hasMessageContaining("there is no file");
    }

    @Test
    void whatWasPackedIsUnpackedByItsName() throws IOException {
        Path file = recording(data.resolve("office.db"));
        DataFolder dataFolder = names.data();
        new PackedRecording(dataFolder.packed("office")).pack(file, TransferListener.none());
        byte[] packed = Files.readAllBytes(dataFolder.packed("office"));
        Files.delete(dataFolder.packed("office"));
        new PackedRecording(dataFolder.packed("office")).pack(file, TransferListener.none());
        assertThat(Files.readAllBytes(dataFolder.packed("office"))).isEqualTo(packed);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);

        Recording recording = Recording.of(names.source("office"));

        assertThat(recording.run().orElseThrow().blueprint()).isEqualTo("named");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    private Path archive(TarArchiveEntry... entries) throws IOException {
        Path file = Files.createDirectories(data.resolve(".lfs")).resolve("office.db.tar.gz");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    @Test
    void anArchiveNeverWritesElsewhere() throws IOException {
        archive(new TarArchiveEntry("../office.db", true), new TarArchiveEntry("/tmp/office.db", true));
        assertThatThrownBy(() -> names.source("office")).hasMessageContaining("does not hold 'office.db'");
        assertThat(Files.exists(folder.resolve("office.db"))).isFalse();
        assertThat(data).isDirectoryNotContaining("glob:**office.db");
    }

    @Test
    void aLinkInAnArchiveIsRefused() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("office.db", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        archive(link);
        assertThatThrownBy(() -> names.source("office")).hasMessageContaining("no plain file");
        assertThat(Files.exists(data.resolve("office.db"))).isFalse();
    }

    @Test
    void anArchiveThatIsCutOffLeavesNothingBehind() throws IOException {
        Path file = recording(data.resolve("office.db"));
        Path packed = names.data().packed("office");
        new PackedRecording(packed).pack(file, TransferListener.none());
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Files.delete(file);
        assertThatThrownBy(() -> names.source("office")).hasMessageContaining("cannot be unpacked");
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void aPointerThatCannotBeFetchedSaysWhatToDo() throws IOException {
        Path packed = Files.createDirectories(data.resolve(".lfs")).resolve("office.db.tar.gz");
        Files.writeString(
                packed, "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> names.source("office"))
                .hasMessageContaining("git lfs pull --include")
                .isInstanceOf(RecordingException.class);
    }
}
