package org.dimos.cli.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.dimos.cli.picture.GraphicsMode;
import org.dimos.cli.picture.PictureException;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Panel;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.std.Header;
import org.dimos.msgs.std.Int64Message;
import org.dimos.record.Edit;
import org.dimos.record.Observation;
import org.dimos.record.Recording;
import org.dimos.record.RecordingException;
import org.dimos.record.sqlite.RecordingStream;
import org.dimos.record.sqlite.RecordingWriter;
import org.dimos.record.sqlite.StreamSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dark picture at the beginning, a bright one a second later, and numbers beside. */
class PictureReaderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;
    private static final int WIDTH = 16;
    private static final Size ROOM = new Size(20, 10);

    @TempDir
    Path folder;

    private final PictureReader pictures = new PictureReader(GraphicsMode.TRUE_COLOUR);
    private Path file = Path.of("");

    @BeforeEach
    void record() {
        file = folder.resolve("run.db");
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            RecordingStream images = writer.stream(StreamSpec.of("image", Image.class));
            RecordingStream numbers = writer.stream(StreamSpec.of("numbers", Int64Message.class));
            for (int i = 0; i < 3; i++) {
                long stamp = START + i * SECOND;
                long unusedNumber = numbers.append(Observation.of("numbers", stamp, stamp, new Int64Message(i)));
                long unusedImage =
                        i > 1 ? 0 : images.append(Observation.of("image", stamp, stamp, picture(stamp, 200 * i + 20)));
            }
        }
    }

    private static Image picture(long stamp, int brightness) {
        byte[] pixels = new byte[3 * WIDTH * WIDTH];
        Arrays.fill(pixels, (byte) brightness);
        return Image.of(Header.of(stamp, "camera"), WIDTH, WIDTH, "rgb8", Bytes.wrap(pixels));
    }

    private Edit edit() {
        return Recording.open(file).edit();
    }

    private Panel.Picture read(Edit edit, long nanos) {
        return pictures.read(edit, "image", nanos, ROOM);
    }

    @Test
    void thePictureOfATimeIsTheLastBeforeIt() {
        Panel.Picture dark = read(edit(), START);
        assertThat(dark.title()).isEqualTo("image");
        assertThat(dark.columns()).isBetween(1, ROOM.columns());
        assertThat(dark.lines()).hasSize(dark.rows());
        assertThat(dark.rows()).isBetween(1, ROOM.rows());
        assertThat(dark.removal()).isEmpty();
        assertThat(String.join("", dark.lines())).contains("20;20;20");
        assertThat(read(edit(), START + SECOND - 1)).isEqualTo(dark);
        assertThat(String.join("", read(edit(), START + SECOND).lines())).contains("220;220;220");
        assertThat(read(edit(), START + 9 * SECOND)).isEqualTo(read(edit(), START + SECOND));
    }

    @Test
    void aPictureThatWasCutOutIsNotShown() {
        Edit cut = edit().deleteRange(Duration.ofMillis(500), Duration.ofMillis(1500), "image");
        assertThat(read(cut, START + SECOND)).isEqualTo(read(edit(), START));
    }

    @Test
    void whereThereIsNoPictureItSaysSo() {
        assertThatThrownBy(() -> read(edit(), START - 1))
                .isInstanceOf(RecordingException.class)
                .hasMessage("there is no picture of image before that time");
        assertThatThrownBy(() -> pictures.read(edit(), "numbers", START, ROOM))
                .isInstanceOf(PictureException.class)
                .hasMessage("Int64Message is no picture");
    }

    @Test
    void withoutColoursPicturesAreCharacters() {
        PictureReader plain = PictureReader.of(Map.of("TERM", "xterm"), false);
        assertThat(plain.mode()).isEqualTo(GraphicsMode.SHADES);
        assertThat(plain.read(edit(), "image", START, ROOM).lines()).noneMatch(line -> line.contains("\033[38;2"));
    }
}
